/**
 * What the workers of a run took of the machine: CPU from the call to its return, memory when it had returned. Processes
 * are asked of the operating system one by one. Threads are not told apart there: their CPU is that of the main process,
 * which does little else meanwhile, and each tells the size of its own JavaScript heap when it is done.
 */
import type { RunUsage } from '../../shared/summary';
import type { WorkerRecord } from '../../shared/telemetry';
import type { Engine, ProcessUsage } from '../engines/engine';

type Reading = ReadonlyMap<number, ProcessUsage>;

export class UsageMeter {
  private processes: readonly [before: Reading, after: Reading] | null = null;
  private before: Reading = new Map();
  private threadsBegan = process.cpuUsage();
  private threadsMs = Number.NaN;

  /** @param workers as they stand whenever they are looked at */
  constructor(
    private readonly engine: Engine,
    private readonly workers: readonly WorkerRecord[],
    private readonly areThreads: boolean,
  ) {}

  /** Just before the call. */
  async begin(): Promise<void> {
    if (!this.areThreads) this.before = await this.engine.usage(this.pids());
    this.threadsBegan = process.cpuUsage();
  }

  /** Just after its return, while the workers are still there. */
  async end(): Promise<void> {
    const { user, system } = process.cpuUsage(this.threadsBegan);
    this.threadsMs = (user + system) / 1000;
    if (!this.areThreads) this.processes = [this.before, await this.engine.usage(this.pids())];
  }

  /** Once the workers are gone; undefined: nobody knows. */
  get usage(): RunUsage | undefined {
    if (this.areThreads) {
      const heaps = this.workers
        .map(({ heapBytes }) => heapBytes ?? Number.NaN)
        .filter((bytes) => !Number.isNaN(bytes));
      const memoryBytes = heaps.length === 0 ? Number.NaN : sum(heaps);
      return Number.isNaN(this.threadsMs) ? undefined : { of: 'threads', cpuMs: this.threadsMs, memoryBytes };
    }
    if (this.processes === null) return undefined;
    const [before, after] = this.processes;
    const all = [...after.entries()];
    if (all.length === 0) return undefined;
    // A worker that has died or come meanwhile took CPU that nobody has counted.
    const counted = all.length === before.size && all.every(([pid]) => before.has(pid));
    const spent = all.map(([pid, { cpuSeconds }]) => cpuSeconds - (before.get(pid)?.cpuSeconds ?? Number.NaN));
    return {
      of: 'processes',
      cpuMs: counted ? sum(spent) * 1000 : Number.NaN,
      memoryBytes: sum(all.map(([, { memoryBytes }]) => memoryBytes)),
    };
  }

  private pids(): number[] {
    return this.workers.flatMap(({ pid, exit }) => (pid === null || exit !== null ? [] : [pid]));
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
