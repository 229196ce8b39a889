/** Random pools with random calls, faults and kills, small enough for real processes. */
import fc from 'fast-check';
import { LOST_POLICIES, type LostPolicy } from '../../src/shared/scenario';

export const FAULTS = ['raise', 'exit', 'unpicklable-result', 'unpicklable-argument'] as const;
export type Fault = (typeof FAULTS)[number];

export interface PlannedTask {
  readonly ms: number;
  readonly fault: Fault | null;
}

export interface PlannedCall {
  readonly method: 'map' | 'mapAsync' | 'imap' | 'imapUnordered';
  readonly tasks: readonly PlannedTask[];
  readonly input: 'list' | 'iterator' | 'asynchronous';
  readonly chunksize: number | undefined;
  readonly lookAhead: number | undefined;
}

export interface Plan {
  readonly processes: number;
  readonly onWorkerLost: LostPolicy;
  readonly retries: number;
  readonly prefetch: number | null;
  readonly maxTasksPerChild: number | null;
  readonly calls: readonly PlannedCall[];
  /** The worker that gets the n-th chunk is killed. */
  readonly kills: readonly number[];
  /** What is done when the n-th task ends; null: nothing. */
  readonly end: { readonly after: number; readonly how: 'cancelWaiting' | 'terminate' | 'close' } | null;
}

const MOST_TASKS = 14;
const orLeftOut = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const callWith = (fault: fc.Arbitrary<Fault | null>): fc.Arbitrary<PlannedCall> =>
  fc.record({
    method: fc.constantFrom('map', 'mapAsync', 'imap', 'imapUnordered'),
    tasks: fc.array(fc.record({ ms: fc.nat(3), fault }), { maxLength: MOST_TASKS }),
    input: fc.constantFrom('list', 'iterator', 'asynchronous'),
    chunksize: orLeftOut(fc.integer({ min: 1, max: 5 })),
    lookAhead: orLeftOut(fc.integer({ min: 1, max: 5 })),
  });

const poolWith = {
  processes: fc.integer({ min: 1, max: 3 }),
  prefetch: fc.option(fc.integer({ min: 1, max: 8 })),
  maxTasksPerChild: fc.option(fc.integer({ min: 1, max: 4 })),
  kills: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
};

/** Everything may happen. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  ...poolWith,
  onWorkerLost: fc.constantFrom(...LOST_POLICIES),
  retries: fc.nat(2),
  calls: fc.array(callWith(fc.option(fc.constantFrom(...FAULTS), { freq: 8 })), {
    minLength: 1,
    maxLength: 3,
  }),
  end: fc.option(
    fc.record({
      after: fc.integer({ min: 1, max: 20 }),
      how: fc.constantFrom('cancelWaiting', 'terminate', 'close'),
    }),
    { freq: 2 },
  ),
});

/** Workers are killed, and every task is run again as often as it takes. */
export const retriedPlan: fc.Arbitrary<Plan> = fc.record({
  ...poolWith,
  onWorkerLost: fc.constant('retry'),
  retries: fc.constant(100),
  calls: fc.array(callWith(fc.constant(null)), { minLength: 1, maxLength: 3 }),
  end: fc.constant(null),
});
