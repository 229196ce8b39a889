/** What a pool and its calls can be told. Names follow Python's. */
import type { LostPolicy } from '../../shared/scenario';
import type { InitializerCall } from '../../shared/worker-protocol';
import type { Clock } from '../clock';
import type { PoolObserver } from './observer';
import type { SpawnWorker } from './worker-handle';

export interface PoolOptions {
  /** Number of workers, 1 or more. */
  readonly processes: number;
  readonly spawn: SpawnWorker;
  readonly clock: Clock;
  readonly onWorkerLost?: LostPolicy;
  /** Policy `retry`: how often a task is started again after its worker died with it; left out: LOST_RETRIES. */
  readonly retries?: number;
  /** Chunks that a worker runs before it is replaced; null: never. */
  readonly maxTasksPerChild?: number | null;
  /** Chunks in a worker's pipe, the one it runs included. 1 shows each dispatch. null: as many as keep it busy, or
   *  1 where a lost task is not run again (policies other than retry). */
  readonly prefetch?: number | null;
  /** A worker that is at one task for longer is killed, and the policy decides; null: no limit. */
  readonly taskTimeoutMs?: number | null;
  /** Called once in every worker before anything else, replacements too. */
  readonly initializer?: InitializerCall | null;
  /** Told of everything that it has a method for. */
  readonly observer?: Partial<PoolObserver>;
}

export interface MapOptions {
  /** Tasks a chunk; left out: as Python computes it. */
  readonly chunksize?: number | undefined;
}

export interface StreamOptions {
  /** Tasks a chunk; left out: 1. */
  readonly chunksize?: number | undefined;
  /** Tasks drawn from the input and not yet taken by the caller, at most. Left out: no limit for a list, else LOOK_AHEAD. */
  readonly lookAhead?: number | undefined;
}

/** How far a lazy input is drawn ahead of the caller. */
export const LOOK_AHEAD = 1000;
