"""What a spawned worker imports again, and what the guard keeps it from."""
from multiprocessing import get_context


def square(n):  #: import
    return n * n  #: task


def module_name():
    return __name__


if __name__ == "__main__":  #: guard
    pool = get_context("spawn").Pool(2)  #: boot
    print("squares:", pool.map(square, [1, 2, 3, 4]))  #: call
    print("the program is", __name__)
    print("to its workers it is", pool.apply(module_name))
    pool.close()
    pool.join()  #: end
