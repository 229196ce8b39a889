/** What a workload is: a pure function of its item, its parameters and its seed. It knows nothing of pools. */

import type { WorkloadName, WorkloadParams } from '../shared/workloads';
import type { SharedEnd } from './shared-state';

export interface TaskContext {
  /** Position in the call's input. */
  readonly index: number;
  /** Seed for this task: the same whichever worker runs it, and when. */
  readonly seed: number;
  /** What the run shares with its workers; null: nothing. */
  readonly shared: SharedEnd | null;
}

/** @returns anything that can be pickled; a bigint where a whole number exceeds 2^53 */
export type Workload<Name extends WorkloadName> = (
  item: number,
  params: WorkloadParams<Name>,
  context: TaskContext,
) => unknown;
