/**
 * What a run shares with its workers besides messages: a counter with its lock, bytes that tasks read. Made before the
 * workers are asked for anything, and gone with the run.
 */
import { sharedName } from '../../boundary/shared-memory/names';
import { Semaphore } from '../../boundary/shared-memory/semaphore';
import { INTEGER_BYTES, SharedMemory } from '../../boundary/shared-memory/shared-memory';
import { sharedSystem } from '../../boundary/shared-memory/system';
import { makePayload } from '../../shared/payload';
import type { Scenario } from '../../shared/scenario';
import type { SharedNames } from '../../shared/worker-protocol';
import { forget, remember } from './shared-ledger';

export class SharedState {
  /** null: the scenario shares nothing. */
  readonly names: SharedNames | null;
  private counter: SharedMemory | null = null;
  private lock: Semaphore | null = null;
  private payload: SharedMemory | null = null;
  private counted: number | null = null;

  constructor({ workload, payload, engine }: Scenario) {
    const counts = workload.name === 'shared-counter';
    const carries = payload.kind === 'shared-memory' && payload.bytes > 0 && engine !== 'serial';
    const shares = counts || carries;
    this.names = shares
      ? {
          counter: counts ? { memory: sharedName(), lock: sharedName() } : null,
          payload: carries ? { name: sharedName(), bytes: payload.bytes } : null,
        }
      : null;
  }

  /** What the counter holds, or held when the run was over; null: there is none. */
  get count(): number | null {
    return this.counter?.readInteger() ?? this.counted;
  }

  /** @throws SharedMemoryError */
  async make(): Promise<void> {
    if (this.names === null) return;
    const { counter, payload } = this.names;
    const system = await sharedSystem();
    remember(this.all);
    if (counter !== null) {
      this.counter = SharedMemory.create(system, counter.memory, INTEGER_BYTES);
      this.lock = Semaphore.create(system, counter.lock);
    }
    if (payload !== null) {
      this.payload = SharedMemory.create(system, payload.name, payload.bytes);
      const bytes = makePayload('bytes', payload.bytes);
      if (bytes instanceof Uint8Array) this.payload.write(bytes);
    }
  }

  /** Once no worker is left. */
  release(): void {
    this.counted = this.count;
    for (const part of [this.counter, this.lock, this.payload]) {
      part?.close();
      part?.unlink();
    }
    // Also where the first of them could not be made.
    if (this.names !== null) forget(this.all);
    this.counter = null;
    this.lock = null;
    this.payload = null;
  }

  private get all(): readonly string[] {
    const { counter = null, payload = null } = this.names ?? {};
    return [counter?.memory, counter?.lock, payload?.name].filter((name) => name !== undefined);
  }
}
