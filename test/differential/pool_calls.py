"""What Python's own Pool does in the cases of test/conformance that name a function here. Names in, outcomes out."""
import json
import multiprocessing as mp
import os
import sys
import threading
import time

noted = 0
prefix = ""


def timed(ms, message=""):
    time.sleep(ms / 1000)
    if message:
        raise ValueError(message)
    return ms


def noted_timed(ms, message):
    global noted
    noted += 1
    return timed(ms, message)


def calls(_):
    return noted


def add(a, b=0):
    return a + b


def heavy(n):
    return sum(i * i for i in range(n))


def third(n):
    if n % 3 == 2:
        raise ValueError("third")
    return n


def pid(_):
    return os.getpid()


def setup(text):
    global prefix
    prefix = text


def shout(text):
    return prefix + text.upper()


def unpicklable(_):
    return lambda: 1


def told(call):
    try:
        return call()
    except Exception as error:
        return str(error)


def drained(results):
    seen = []
    while True:
        try:
            seen.append(next(results))
        except StopIteration:
            return seen
        except Exception as error:
            seen.append(str(error))


def booted(two):
    """The pool, once both workers have booted: Python does not say when."""
    seen = set()
    while len(seen) < 2:
        seen.update(two.map(pid, range(4), 1))
    return two


def broken_input(*values):
    yield from values
    raise ValueError("input broke")


def map_order(pool):
    return pool().map(timed, [20, 0, 10, 1], 1)


def map_exact(pool):
    return [str(n) for n in pool().map(heavy, [1_000_000, 2_000_000, 3_000_000])]


def map_nothing(pool):
    return pool().map(timed, [])


def map_first_error(pool):
    two = booted(pool())
    return told(lambda: two.starmap(timed, [(400, "slow"), (0, ""), (50, "quick"), (0, "")], 1))


def chunk_ends(pool):
    one = pool(1)
    error = told(lambda: one.starmap(noted_timed, [(0, ""), (0, "bad"), (0, ""), (0, "")], 4))
    return [error, one.apply(calls, (None,))]


def map_iterable(pool):
    return pool().map(timed, iter([1, 2, 3]))


def map_input_raises(pool):
    two = pool()
    return [told(lambda: two.map(timed, broken_input(1))), two.map(timed, [7])]


def starmap(pool):
    return pool().starmap(add, [(1, 2), (3, 4)])


def imap_order(pool):
    return drained(pool().imap(timed, [60, 0, 30, 1]))


def imap_unordered(pool):
    return drained(booted(pool()).imap_unordered(timed, [400, 1, 2]))


def imap_error(pool):
    return drained(pool().imap(third, range(5)))


def first_late(results):
    try:
        return results.next(0.02)
    except mp.TimeoutError:
        return "timeout"


def imap_timeout(pool):
    results = pool().imap(timed, [400, 1])
    first = first_late(results)
    return [first, *drained(results), "end" if drained(results) == [] else "more"]


def imap_unordered_timeout(pool):
    results = pool().imap_unordered(timed, [400])
    return [first_late(results), *drained(results)]


def imap_input_raises(pool):
    return drained(pool().imap(timed, broken_input(0, 1)))


def imap_chunks(pool):
    return drained(pool().imap(timed, range(10), 3))


def apply(pool):
    two = pool()
    return [told(lambda: two.apply(timed, (5,))), told(lambda: two.apply(timed, (0, "no")))]


def callbacks(pool):
    two = pool()
    seen = []
    back = lambda value: seen.append(f"callback {value}")
    error_back = lambda error: seen.append(f"error callback {error}")
    good = told(lambda: two.apply_async(timed, (5,), callback=back, error_callback=error_back).get())
    seen.append(f"get {good}")
    bad = told(lambda: two.apply_async(timed, (0, "no"), callback=back, error_callback=error_back).get())
    seen.append(f"get {bad}")
    return seen


def get_timeout(pool):
    result = pool().apply_async(timed, (300,))
    try:
        first = result.get(0.02)
    except mp.TimeoutError:
        first = "timeout"
    return [first, result.get()]


def wait_ready(pool):
    result = pool().apply_async(timed, (300,))
    result.wait(0.02)
    before = result.ready()
    result.wait()
    return [before, result.ready()]


def successful(pool):
    two = pool()
    good = two.apply_async(timed, (200,))
    try:
        early = good.successful()
    except (ValueError, AssertionError) as error:
        early = "not ready" if "not ready" in str(error) else str(error)
    bad = two.apply_async(timed, (0, "no"))
    good.wait()
    bad.wait()
    return [early, good.successful(), bad.successful()]


def map_async(pool):
    two = pool()
    seen = []
    joined = lambda values: ",".join(map(str, values))
    back = lambda values: seen.append(f"callback {joined(values)}")
    error_back = lambda error: seen.append(f"error callback {error}")
    good = two.map_async(timed, [1, 2, 3], callback=back, error_callback=error_back).get()
    seen.append(f"get {joined(good)}")
    bad = told(lambda: two.starmap_async(timed, [(0, "no"), (1,)], 1, callback=back, error_callback=error_back).get())
    seen.append(f"get {bad}")
    return seen


def map_async_nothing(pool):
    called = []
    values = pool().map_async(timed, [], callback=called.append).get()
    return [values, "called" if called else "nobody called"]


def starmap_async(pool):
    return pool().starmap_async(add, [(1, 2), (3, 4)]).get()


def close(pool):
    two = pool()
    submitted = two.map_async(timed, [50, 50, 50], 1)
    two.close()
    refused = told(lambda: two.map(timed, [1]))
    two.join()
    return [refused, submitted.get()]


def closed_calls(pool):
    two = pool()
    two.close()
    return [
        told(lambda: two.map(timed, [1])),
        told(lambda: two.map_async(timed, [1])),
        told(lambda: two.starmap(timed, [(1,)])),
        told(lambda: two.imap(timed, [1])),
        told(lambda: two.imap_unordered(timed, [1])),
        told(lambda: two.apply(timed, (1,))),
        told(lambda: two.apply_async(timed, (1,))),
    ]


def join_first(pool):
    return told(lambda: pool().join())


def terminate(pool):
    two = pool()
    two.map_async(timed, [60_000, 60_000], 1)
    begin = time.monotonic()
    two.terminate()
    two.join()
    return "stopped" if time.monotonic() - begin < 30 else "not stopped"


def max_tasks(pool):
    return len(set(pool(1, maxtasksperchild=2).map(pid, range(6), 1)))


def max_chunks(pool):
    return len(set(pool(1, maxtasksperchild=2).map(pid, range(8), 2)))


def initializer(pool):
    return pool(2, initializer=setup, initargs=("> ",), maxtasksperchild=1).map(shout, ["a", "b", "c"], 1)


def bad_argument(pool):
    one = pool(1)
    before = one.apply(pid, (None,))
    error = told(lambda: one.apply(timed, (lambda: 1,)))
    after = one.apply(timed, (5,))
    workers = {before, one.apply(pid, (None,))}
    return ["pickle" if "pickle" in error else error, after, len(workers)]


def bad_result(pool):
    one = pool(1)
    before = one.apply(pid, (None,))
    try:
        name = str(one.apply(unpicklable, (None,)))
    except Exception as error:
        name = type(error).__name__
    workers = {before, one.apply(pid, (None,))}
    return [name, one.apply(timed, (5,)), len(workers)]


def remote_stack(pool):
    try:
        pool().apply(timed, (0, "deep"))
    except ValueError as error:
        return "in timed" in str(error.__cause__)
    return False


def hung(name):
    sys.stderr.write(f"{name} hangs\n")
    sys.stderr.flush()
    os._exit(3)


def main():
    context = mp.get_context("spawn")
    outcomes = {}
    for name in json.load(sys.stdin):
        pools = []

        def pool(processes=2, **options):
            made = context.Pool(processes, **options)
            pools.append(made)
            return made

        # Nothing that hangs in Python may hang the tests.
        guard = threading.Timer(30, hung, [name])
        guard.start()
        outcomes[name] = globals()[name](pool)
        for made in pools:
            made.terminate()
            made.join()
        guard.cancel()
    json.dump(outcomes, sys.stdout)


if __name__ == "__main__":
    main()
