"""When a pool is worth it: the same work in a loop and in a pool."""
from multiprocessing import Pool
from time import perf_counter


def work(n):
    return sum(i * i for i in range(n))  #: task


def timed(call):
    begin = perf_counter()
    return call(), perf_counter() - begin


def main():
    short = [100] * 2000
    with Pool(2) as pool:  #@pool boot
        pooled, in_pool = timed(lambda: pool.map(work, short, chunksize=1))  #@pool call deliver
    looped, in_loop = timed(lambda: [work(n) for n in short])  #@loop boot call deliver
    print("the same results:", pooled == looped)
    print("short tasks: the loop is quicker:", in_loop < in_pool)  #: end


if __name__ == "__main__":
    main()
