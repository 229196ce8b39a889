"""The same work on threads and on processes."""
import os
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pool

WORKERS = 4


def work(n):
    return os.getpid(), sum(i * i for i in range(n))  #: task


def main():
    items = [200_000] * 8
    with ThreadPoolExecutor(WORKERS) as threads:  #@threads boot
        on_threads = list(threads.map(work, items))  #@threads call deliver
    with Pool(WORKERS) as pool:  #@processes boot
        on_processes = pool.map(work, items, chunksize=1)  #@processes call deliver
    print("threads run in", len({pid for pid, _ in on_threads}), "process")
    print("the pool's are others:", os.getpid() not in {pid for pid, _ in on_processes})  #: end


if __name__ == "__main__":
    main()
