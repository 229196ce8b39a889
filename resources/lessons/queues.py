"""Producers and consumers around a queue with room for three items."""
from multiprocessing import JoinableQueue, Process, Queue

ITEMS = 20


def produce(queue, first):
    for item in range(first, ITEMS, 2):  #: produce
        queue.put(item)  #: put


def consume(queue, results):
    while True:
        item = queue.get()  #: get
        if item is None:
            break
        results.put(item)  #: consume


def serve(queue):
    while True:
        queue.get()
        queue.task_done()


def main():
    queue, results = Queue(maxsize=3), Queue()
    producers = [Process(target=produce, args=(queue, first)) for first in range(2)]
    consumers = [Process(target=consume, args=(queue, results)) for _ in range(2)]
    for process in producers + consumers:
        process.start()  #: boot call
    for process in producers:
        process.join()  #: join
    for _ in consumers:
        queue.put(None)  #: sentinel
    got = sorted(results.get() for _ in range(ITEMS))
    for process in consumers:
        process.join()
    print("every item was got once:", got == list(range(ITEMS)))
    print("no item is left:", queue.empty())  #: end

    # Without a sentinel: consumers that end with the program, and a join.
    jobs = JoinableQueue(maxsize=3)
    Process(target=serve, args=(jobs,), daemon=True).start()
    for item in range(ITEMS):
        jobs.put(item)
    jobs.join()
    print("join returned when each was dealt with:", jobs.empty())


if __name__ == "__main__":
    main()
