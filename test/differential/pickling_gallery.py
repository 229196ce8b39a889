"""Sends each value of the lesson's gallery through a Pool of this Python, and says what came of it.

Reads [{"name", "setup", "value"}]; writes {"version": ..., "platform": ..., "outcomes": {name: {"argument": ..., "result": ...}}}.
Each entry is a program of its own, as a learner would write it.
"""

import json
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = '''
import json
import multiprocessing
import os
{setup}


def shown(value):
    try:
        return repr(value)
    except RecursionError:
        return type(value).__name__


def receive(value):
    return shown(value)


def give():
    return {value}


class NoAnswer(Exception):
    pass


def answer(pool, job, worker):
    """Where a worker dies over a task, Pool starts another one and never answers."""
    while not job.ready():
        job.wait(0.05)
        if all(process.pid != worker for process in pool._pool):
            raise NoAnswer
    return job.get()


def outcome(was, call):
    try:
        became = call()
    except NoAnswer:
        return {{"outcome": "no-answer"}}
    except Exception as error:
        return {{"outcome": "refused", "name": type(error).__name__, "message": str(error)}}
    return {{"outcome": "crossed", "was": was, "became": became}}


if __name__ == "__main__":
    value = {value}
    pool = multiprocessing.get_context("spawn").Pool(1)
    worker = pool.apply(os.getpid)
    was = shown(value)
    argument = outcome(was, lambda: answer(pool, pool.apply_async(receive, (value,)), worker))
    result = outcome(was, lambda: shown(answer(pool, pool.apply_async(give), worker)))
    print(json.dumps({{"argument": argument, "result": result}}))
    pool.terminate()
'''


def the_same_each_time(text):
    """Without what differs from process to process. A spawned worker has the program's module under another name."""
    text = re.sub(r"0x[0-9a-fA-F]+", "0x…", text)
    text = re.sub(r"fd=\d+", "fd=…", text)
    return text.replace("__mp_main__", "__main__")[:400]


def run(folder, entry):
    path = Path(folder) / "program.py"
    path.write_text(PROGRAM.format(setup=entry["setup"], value=entry["value"]))
    done = subprocess.run([sys.executable, str(path)], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(f"{entry['name']}: {done.stderr}")
    pair = json.loads(done.stdout)
    return {side: {key: the_same_each_time(text) for key, text in found.items()} for side, found in pair.items()}


def main():
    with tempfile.TemporaryDirectory() as folder:
        outcomes = {entry["name"]: run(folder, entry) for entry in json.load(sys.stdin)}
    found = {"version": platform.python_version(), "platform": sys.platform, "outcomes": outcomes}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
