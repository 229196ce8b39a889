"""The same work through map, imap, imap_unordered and apply_async."""
import time
from multiprocessing import Pool


def work(item):
    time.sleep(item)  #: task
    return item


def main():
    items = [0.6] + [0.05] * 11
    came = []
    with Pool(2) as pool:  #: boot
        everything = pool.map(work, items, chunksize=1)  #@map call deliver
        in_order = next(pool.imap(work, items))  #@imap call deliver
        as_they_come = next(pool.imap_unordered(work, items))  #@imap-unordered call deliver
        calls = [pool.apply_async(work, (item,), callback=came.append) for item in items]  #@apply-async call
        got = [call.get() for call in calls]  #@apply-async deliver
    print("map returns", len(everything), "results at once")
    print("imap gives the first item first:", in_order == 0.6)
    print("imap_unordered gives a short one first:", as_they_come == 0.05)
    print("apply_async calls back with a short one first:", came[0] == 0.05)
    print("get gives the first item first:", got[0] == 0.6)  #: end


if __name__ == "__main__":
    main()
