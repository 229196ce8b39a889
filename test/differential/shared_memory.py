"""Opens shared memory and a semaphore that another program has made, with the primitives of Python's multiprocessing.

Reads {"memory": name, "bytes": size, "semaphore": name}; doubles each byte, counts the first 8 bytes up 1000 times under
the semaphore, and writes the sum of the bytes that it found.
"""

import json
import struct
import sys
import _multiprocessing
from multiprocessing import resource_tracker, shared_memory

RECURSIVE_OR_NOT = 1  # SemLock's kind: 1 is a semaphore

given = json.load(sys.stdin)
memory = shared_memory.SharedMemory(given["memory"].lstrip("/"))
# Up to 3.12 Python would remove a segment that it has only opened.
resource_tracker.unregister(memory._name, "shared_memory")
found = sum(memory.buf[8 : given["bytes"]])
for index in range(8, given["bytes"]):
    memory.buf[index] = memory.buf[index] * 2 % 256
lock = _multiprocessing.SemLock._rebuild(0, RECURSIVE_OR_NOT, 1, given["semaphore"])
for _ in range(1000):
    lock.acquire()
    (value,) = struct.unpack_from("<q", memory.buf, 0)
    struct.pack_into("<q", memory.buf, 0, value + 1)
    lock.release()
memory.close()
json.dump({"found": found}, sys.stdout)
