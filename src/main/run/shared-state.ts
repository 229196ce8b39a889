/**
 * What a run shares with its workers besides messages: a counter or an array with its lock, bytes that tasks read, a file and an echo
 * server. Made before the workers are asked for anything, and gone with the run.
 */
import { sharedName } from '../../boundary/shared-memory/names';
import { Semaphore } from '../../boundary/shared-memory/semaphore';
import { INTEGER_BYTES, SharedMemory } from '../../boundary/shared-memory/shared-memory';
import { sharedSystem } from '../../boundary/shared-memory/system';
import { makePayload } from '../../shared/payload';
import { isLoop, type Scenario } from '../../shared/scenario';
import type { SharedNames, SharedWithin } from '../../shared/worker-protocol';
import type { WorkloadParams } from '../../shared/workloads';
import { EchoState } from './echo-state';
import { forget, remember } from './shared-ledger';
import { sharedNumbers } from './shared-tally';

export class SharedState {
  private readonly named: SharedNames | null;
  private readonly echo: EchoState | null;
  private counter: SharedMemory | null = null;
  private lock: Semaphore | null = null;
  private payload: SharedMemory | null = null;
  private found: readonly number[] | null = null;

  constructor(scenario: Scenario) {
    const { workload, payload, engine, seed } = scenario;
    const numbers = sharedNumbers(scenario);
    const carries = payload.kind === 'shared-memory' && payload.bytes > 0 && !isLoop(engine);
    this.echo =
      workload.name === 'read-and-echo'
        ? new EchoState(workload.params as WorkloadParams<'read-and-echo'>, seed)
        : null;
    const shares = numbers > 0 || carries || this.echo !== null;
    this.named = shares
      ? {
          counter: numbers > 0 ? { memory: sharedName(), lock: sharedName(), numbers } : null,
          payload: carries ? { name: sharedName(), bytes: payload.bytes } : null,
          echo: null,
          within: null,
        }
      : null;
  }

  /** null: the scenario shares nothing. Whole once it has been made. */
  get names(): SharedNames | null {
    return this.named === null ? null : { ...this.named, echo: this.echo?.place ?? null, within: this.within };
  }

  private get within(): SharedWithin {
    const { counter, lock, payload } = this;
    return {
      pid: process.pid,
      counter: counter?.address ?? null,
      lock: lock?.handle ?? null,
      payload: payload?.address ?? null,
    };
  }

  /** What the counter or the array holds, or held when the run was over; null: there is none. */
  get numbers(): readonly number[] | null {
    const { counter } = this;
    if (counter === null) return this.found;
    // At once: an array can have half a million of them, and the window waits for the end of the run.
    const numbers = new BigInt64Array(counter.bytes / INTEGER_BYTES);
    counter.read(new Uint8Array(numbers.buffer));
    return Array.from(numbers, Number);
  }

  /** @throws Error in one sentence */
  async make(): Promise<void> {
    await this.echo?.make();
    const { counter = null, payload = null } = this.named ?? {};
    if (counter === null && payload === null) return;
    const system = await sharedSystem();
    remember(this.all);
    if (counter !== null) {
      this.counter = SharedMemory.create(system, counter.memory, counter.numbers * INTEGER_BYTES);
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
    this.echo?.release();
    this.found = this.numbers;
    for (const part of [this.counter, this.lock, this.payload]) {
      part?.close();
      part?.unlink();
    }
    // Also where the first of them could not be made.
    if (this.all.length > 0) forget(this.all);
    this.counter = null;
    this.lock = null;
    this.payload = null;
  }

  private get all(): readonly string[] {
    const { counter = null, payload = null } = this.named ?? {};
    return [counter?.memory, counter?.lock, payload?.name].filter((name) => name !== undefined);
  }
}
