/** What makes a scenario's call: a pool, or a loop. */
import type { Scenario } from '../../shared/scenario';
import type { SharedNames } from '../../shared/worker-protocol';
import type { Clock } from '../clock';
import type { Engine } from '../engines/engine';
import type { PoolCounts } from '../pool/pool';

export interface Runner {
  readonly counts: Readonly<PoolCounts>;
  readonly maxQueueDepth: number;
  /** How long an event loop was at work; null: there is none, or it has not ended. */
  readonly loopWorkedNs?: number | null;
  /** Resolves when every worker is ready. */
  ready(): Promise<void>;
  /** Makes the call; resolves when it has returned, whether its tasks succeeded or not. */
  call(): Promise<void>;
  /** Graceful: what runs is finished, what waits is cancelled. */
  stop(): void;
  /** Resolves when no worker is left. */
  close(): Promise<void>;
  /** Now. Resolves when no worker is left. */
  terminate(): Promise<void>;
  /** Ends one worker as if somebody did it from outside. @returns false when there is none to end */
  killWorker(index: number): boolean;
  /** Changes the number of workers while the call is under way. @throws Error saying why it cannot be changed */
  resize(processes: number): void;
}

export interface RunnerParts {
  readonly scenario: Scenario;
  readonly items: readonly unknown[];
  readonly chunksize: number;
  readonly engine: Engine;
  readonly clock: Clock;
  /** What the run shares with its workers besides messages, once it has been made; null: nothing. */
  readonly shared: () => SharedNames | null;
}
