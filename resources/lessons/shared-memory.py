"""Value and Array, with and without the lock, and a large array that is not pickled."""
from multiprocessing import Array, Pool, Process, Value
from multiprocessing.shared_memory import SharedMemory

ADDITIONS = 20_000


def count_with_lock(counter):
    for _ in range(ADDITIONS):
        with counter.get_lock():
            counter.value += 1  #@each-addition task


def count_without(counter):
    for _ in range(ADDITIONS):
        counter.value += 1  #@none task


def add(array, first):
    for step in range(ADDITIONS):
        array[first + step % 8] += 1  #@own,overlapping task


def add_with_lock(array, first):
    for step in range(ADDITIONS):
        with array.get_lock():
            array[first + step % 8] += 1  #@overlapping-locked task


def run(work, *arguments):
    processes = [Process(target=work, args=given) for given in arguments]
    for process in processes:
        process.start()  #: boot call
    for process in processes:
        process.join()  #: deliver


def read(name):
    memory = SharedMemory(name)
    print("the array was read by its name:", memory.buf[5] == 7)  #@shared-memory task
    memory.close()


def read_pickled(array):
    return array[5]  #@bytes task


def main():
    locked, free = Value("q", 0), Value("q", 0)
    run(count_with_lock, (locked,), (locked,))
    run(count_without, (free,), (free,))
    print("with the lock:", locked.value == 2 * ADDITIONS)
    print("without it no more than that:", free.value <= 2 * ADDITIONS)
    own, overlapping, safe = Array("q", 16), Array("q", 12), Array("q", 12)
    run(add, (own, 0), (own, 8))
    run(add, (overlapping, 0), (overlapping, 4))
    run(add_with_lock, (safe, 0), (safe, 4))
    print("parts of their own lose nothing:", sum(own) == 2 * ADDITIONS)
    print("overlapping parts no more than that:", sum(overlapping) <= 2 * ADDITIONS)
    print("with the lock they lose nothing either:", sum(safe) == 2 * ADDITIONS)
    memory = SharedMemory(create=True, size=64 * 1024 * 1024)
    memory.buf[5] = 7
    run(read, (memory.name,))
    with Pool(1) as pool:
        print("the same, pickled:", pool.apply(read_pickled, (bytes(memory.buf),)) == 7)
    memory.close()
    memory.unlink()  #: end


if __name__ == "__main__":
    main()
