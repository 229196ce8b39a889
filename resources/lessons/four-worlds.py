"""The same waiting in four worlds: a loop, threads, processes, async."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pool

WAITS = [0.2] * 8


def wait(seconds):
    begin = time.monotonic()
    time.sleep(seconds)  #@loop,threads,processes task
    return begin, time.monotonic()


async def wait_async(seconds):
    begin = time.monotonic()
    await asyncio.sleep(seconds)  #@async task
    return begin, time.monotonic()


async def all_at_once():
    return await asyncio.gather(*[wait_async(each) for each in WAITS])


def at_once(spans):
    return max(sum(begin <= moment < end for begin, end in spans) for moment, _ in spans)


def main():
    looped = [wait(each) for each in WAITS]  #@loop boot call deliver
    with ThreadPoolExecutor(8) as threads:  #@threads boot
        on_threads = list(threads.map(wait, WAITS))  #@threads call deliver
    with Pool(8) as pool:  #@processes boot
        in_processes = pool.map(wait, WAITS, chunksize=1)  #@processes call deliver
    gathered = asyncio.run(all_at_once())  #@async boot call deliver
    print("the loop waits for one at a time:", at_once(looped) == 1)
    print("threads wait side by side:", at_once(on_threads) > 1)
    print("processes wait side by side:", at_once(in_processes) > 1)
    print("async has all of them in flight:", at_once(gathered) == 8)  #: end


if __name__ == "__main__":
    main()
