"""Reads numbers of an array that another program has made in shared memory, and writes others.

Reads {"memory": name, "from": offset in bytes, "numbers": how many}; writes what it found.
"""

import json
import sys
from multiprocessing import resource_tracker, shared_memory

given = json.load(sys.stdin)
memory = shared_memory.SharedMemory(given["memory"].lstrip("/"))
# Up to 3.12 Python would remove a segment that it has only opened.
resource_tracker.unregister(memory._name, "shared_memory")
end = given["from"] + 8 * given["numbers"]
# The very type that multiprocessing.Array("q", n) has inside.
array = memory.buf[given["from"] : end].cast("q")
found = list(array)
for index in range(given["numbers"]):
    array[index] = (index - 4) * 1000
array.release()
memory.close()
json.dump({"found": found}, sys.stdout)
