/** The worker's end of what a run shares with it: opened once, by the names that the run has given. */
import { Semaphore } from '../boundary/shared-memory/semaphore';
import { INTEGER_BYTES, SharedMemory } from '../boundary/shared-memory/shared-memory';
import { sharedSystem } from '../boundary/shared-memory/system';
import type { EchoPlace, SharedNames } from '../shared/worker-protocol';

export interface SharedCounter {
  readonly memory: SharedMemory;
  readonly lock: Semaphore;
}

export interface SharedEnd {
  readonly counter: SharedCounter | null;
  /**
   * Copies all of the payload, as a task does that uses it. Python's tasks may read it in place; JavaScript has no
   * buffer outside of its own memory here.
   */
  readonly readPayload: (() => Uint8Array) | null;
  /** What tasks read from, and whom they talk to. */
  readonly echo: EchoPlace | null;
}

/** @throws SharedMemoryError */
export async function openShared({ counter, payload, echo, within }: SharedNames): Promise<SharedEnd> {
  if (counter === null && payload === null) return { counter, readPayload: null, echo };
  const system = await sharedSystem();
  const here = within?.pid === process.pid ? within : null;
  return {
    counter:
      counter === null
        ? null
        : {
            memory: SharedMemory.attach(system, counter.memory, counter.numbers * INTEGER_BYTES, here?.counter),
            lock: Semaphore.open(system, counter.lock, here?.lock),
          },
    echo,
    readPayload:
      payload === null ? null : reader(SharedMemory.attach(system, payload.name, payload.bytes, here?.payload)),
  };
}

/** Always into the same bytes: new ones for each task would cost more than the copy. */
function reader(memory: SharedMemory): () => Uint8Array {
  const bytes = new Uint8Array(memory.bytes);
  return () => {
    memory.read(bytes);
    return bytes;
  };
}
