"""The chunk sizes that this Python's own pools compute.

Reads a JSON array of [tasks, processes] from stdin and writes the array of chunk sizes to stdout. The call is made on
a real pool: of processes where there are few, else a ThreadPool, which inherits the very same code. The function that
cuts the input into chunks is replaced by one that notes the size and makes no chunk.
"""
import json
import sys
from multiprocessing.pool import Pool, ThreadPool

sizes = []


def note_size(func, iterable, size):
    sizes.append(size)
    return iter(())


def chunksizes(processes, counts):
    sizes.clear()
    with (Pool if processes <= 2 else ThreadPool)(processes) as pool:
        for tasks in counts:
            pool.map_async(abs, range(tasks))
    return list(sizes)


if __name__ == "__main__":
    Pool._get_tasks = staticmethod(note_size)
    wanted = json.load(sys.stdin)
    found = {}
    for processes in sorted({processes for _, processes in wanted}):
        counts = sorted({tasks for tasks, of in wanted if of == processes})
        found.update(zip([(tasks, processes) for tasks in counts], chunksizes(processes, counts)))
    json.dump([found[tasks, processes] for tasks, processes in wanted], sys.stdout)
