"""The Python side: multiprocessing.Pool, as its documentation shows it.

Reads a request a line as JSON, answers each with a line; ends when there is nothing more to read.
"""
import json
import mmap
import multiprocessing
import platform
import sys
import time
from multiprocessing import shared_memory

pools = {}


def noop(item):
    return item


def echo(value):
    return value


def take(argument):
    return len(argument)


attached = {}


def take_shared(name):
    """A task that is told of shared memory reads it in place; a byte of each page, so that all of it has been there."""
    if name not in attached:
        attached[name] = shared_memory.SharedMemory(name)
    return len(bytes(attached[name].buf[:: mmap.PAGESIZE]))


def open_pool(method, workers):
    """A pool that is kept until its row is over, with every worker started."""
    if (method, workers) not in pools:
        pool = multiprocessing.get_context(method).Pool(workers)
        pool.map(noop, range(workers * 64), 1)
        pools[method, workers] = pool
    return pools[method, workers]


def close():
    for pool in pools.values():
        pool.terminate()
        pool.join()
    pools.clear()
    for memory in segments.values():
        memory.close()
        memory.unlink()
    segments.clear()


def payload(kind, size):
    """What src/shared/payload.ts makes: bytes, or one record for each 64 of them."""
    if kind == "bytes":
        return bytes(index % 256 for index in range(size))
    tags = ["red", "green", "blue"]
    return [
        {"id": i, "name": f"row {i}", "score": i / 2 + 0.25, "tags": [tags[i % 3], tags[(i + 1) % 3]]}
        for i in range(max(1, round(size / 64)))
    ]


payloads = {}


def measure(request):
    kind = request["measure"]
    if kind == "close":
        close()
        payloads.clear()
        return 0
    if kind == "argument":
        return argument(request)
    method = request["subject"]
    if kind == "boot":
        return boot(method, request["workers"])
    if kind == "throughput":
        pool = open_pool(method, request["workers"])
        begin = time.perf_counter()
        pool.map(noop, range(request["tasks"]), 1)
        return request["tasks"] / (time.perf_counter() - begin)
    pool = open_pool(method, 1)
    if kind == "payload":
        size = (request["kind"], request["bytes"])
        if size not in payloads:
            payloads[size] = payload(*size)
        value = payloads[size]
    else:
        value = 0
    begin = time.perf_counter()
    for _ in range(request["calls"]):
        pool.apply(echo, (value,))
    return (time.perf_counter() - begin) * 1000 / request["calls"]


def argument(request):
    size = request["bytes"]
    if size not in payloads:
        payloads[size] = payload("bytes", size)
    call, value = take, payloads[size]
    if request["subject"] == "shared":
        call, value = take_shared, share(value)
    pool = open_pool("spawn", 1)
    begin = time.perf_counter()
    for _ in range(request["calls"]):
        pool.apply(call, (value,))
    return (time.perf_counter() - begin) * 1000 / request["calls"]


segments = {}


def share(value):
    """Written once, kept until the row is over. Returns its name."""
    if len(value) not in segments:
        segments[len(value)] = shared_memory.SharedMemory(create=True, size=len(value))
        segments[len(value)].buf[: len(value)] = value
    return segments[len(value)].name


def boot(method, workers):
    begin = time.perf_counter()
    pool = multiprocessing.get_context(method).Pool(workers)
    pool.apply(noop, (0,))
    taken = time.perf_counter() - begin
    pool.terminate()
    pool.join()
    return taken * 1000


def main():
    answer({"ready": True, "versions": {"python": platform.python_version()}})
    for line in sys.stdin:
        try:
            answer({"value": measure(json.loads(line))})
        except Exception as error:
            answer({"error": f"{type(error).__name__}: {error}"})
    close()


def answer(reply):
    print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
