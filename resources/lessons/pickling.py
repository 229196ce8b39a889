"""What can be pickled, and what it takes."""
import pickle
from multiprocessing import Pool


def work(argument):
    return len(argument)  #: task


def main():
    with Pool(2) as pool:  #: boot
        sizes = pool.map(work, [bytes(1_000_000)] * 4, chunksize=1)  #: call deliver
    print("four arguments of", sizes[0], "bytes were pickled")
    print("bytes stay bytes:", len(pickle.dumps(bytes(1_000_000))) - 1_000_000 < 100)
    try:
        pickle.dumps(lambda x: x)
    except (pickle.PicklingError, AttributeError) as error:
        print("a lambda is refused:", type(error).__name__ in ("PicklingError", "AttributeError"))  #: end


if __name__ == "__main__":
    main()
