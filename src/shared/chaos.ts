/** The chaos bench: one scenario under the same faults, once for each policy. What the window asks for, and what it gets. */
import type { z } from 'zod';
import { faultFields } from './faults';
import { LOST_POLICIES, type LostPolicy, scenarioSchema } from './scenario';
import { fields } from './schema-words';

export const chaosSchema = fields({ scenario: scenarioSchema, ...faultFields });
export type ChaosRequest = z.output<typeof chaosSchema>;

/** What one run came to. Counts are of tasks. */
export interface ChaosFigures {
  readonly submitted: number;
  /** Results that the caller got. */
  readonly delivered: number;
  readonly failed: number;
  readonly lost: number;
  /** Started again after their worker died: what they had done before was done twice. */
  readonly repeated: number;
  /** Faults that hit a worker. A run may end before all of them were due. */
  readonly faults: number;
  /** Tasks without a result because a worker died; the others of `failed` fail without a fault, too. */
  readonly lostToDeaths: number;
  readonly wallMs: number;
}

export interface ChaosRow {
  /** null: the run without faults, which the others are compared with. */
  readonly policy: LostPolicy | null;
  readonly state: 'waiting' | 'running' | 'ended' | 'left out';
  /** null until it has ended. */
  readonly figures: ChaosFigures | null;
}

/** How the bench stands; sent whole whenever a row changes. */
export interface ChaosProgress {
  readonly type: 'chaos';
  readonly running: boolean;
  readonly rows: readonly ChaosRow[];
}

/** In the order in which they run. */
export const CHAOS_POLICIES: readonly (LostPolicy | null)[] = [null, ...LOST_POLICIES];
