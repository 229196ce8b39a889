/** An engine makes workers of one kind and can say what they cost the machine. */
import type { SpawnWorker } from '../pool/worker-handle';

export interface ProcessUsage {
  /** Processor time since the process started, in seconds. */
  readonly cpuSeconds: number;
  /** Resident memory in bytes. */
  readonly memoryBytes: number;
}

export interface Engine {
  readonly spawn: SpawnWorker;
  /** Usage by PID; a PID that is gone is left out. Engines without processes of their own answer with nothing. */
  usage(pids: readonly number[]): Promise<ReadonlyMap<number, ProcessUsage>>;
}
