"""A shared counter, with and without its lock, and a large array that is not pickled."""
from multiprocessing import Process, Value
from multiprocessing.shared_memory import SharedMemory

ADDITIONS = 50_000


def count_with_lock(counter):
    for _ in range(ADDITIONS):
        with counter.get_lock():
            counter.value += 1  #: task


def count_without(counter):
    for _ in range(ADDITIONS):
        counter.value += 1


def run(count):
    counter = Value("q", 0)
    processes = [Process(target=count, args=(counter,)) for _ in range(2)]
    for process in processes:
        process.start()  #: boot call
    for process in processes:
        process.join()  #: deliver
    return counter.value


def read(name):
    memory = SharedMemory(name)
    assert memory.buf[5] == 7
    memory.close()


def main():
    print("with the lock:", run(count_with_lock) == 2 * ADDITIONS)
    print("without it no more than that:", run(count_without) <= 2 * ADDITIONS)
    memory = SharedMemory(create=True, size=64 * 1024 * 1024)
    memory.buf[5] = 7
    reader = Process(target=read, args=(memory.name,))
    reader.start()
    reader.join()
    print("the array was read by its name:", reader.exitcode == 0)  #: end
    memory.close()
    memory.unlink()


if __name__ == "__main__":
    main()
