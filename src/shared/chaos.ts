/** The chaos bench: one scenario under the same faults, once for each policy. What the window asks for, and what it gets. */
import { z } from 'zod';
import { LOST_POLICIES, type LostPolicy, scenarioSchema } from './scenario';
import { fields, wholeNumber } from './schema-words';

/** `kill`: SIGKILL, as from outside. `stop`: SIGSTOP; the worker stays, and does nothing until its task times out. */
export const FAULT_KINDS = ['kill', 'stop'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
export const MAX_FAULTS = 1000;

export const chaosSchema = fields({
  scenario: scenarioSchema,
  faults: wholeNumber(1, MAX_FAULTS),
  kind: z.enum(FAULT_KINDS),
  seed: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
});
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
