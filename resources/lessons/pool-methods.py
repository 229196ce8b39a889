"""The same work through map, imap and imap_unordered."""
import time
from multiprocessing import Pool


def work(item):
    time.sleep(item)  #: task
    return item


def main():
    items = [0.6] + [0.05] * 11
    with Pool(2) as pool:  #: boot
        everything = pool.map(work, items, chunksize=1)
        in_order = next(pool.imap(work, items))  #: call
        as_they_come = next(pool.imap_unordered(work, items))  #: deliver
    print("map returns", len(everything), "results at once")
    print("imap gives the first item first:", in_order == 0.6)
    print("imap_unordered gives a short one first:", as_they_come == 0.05)  #: end


if __name__ == "__main__":
    main()
