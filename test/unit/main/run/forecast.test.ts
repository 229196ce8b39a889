/**
 * Forecasts against real pools of forked processes. The tasks sleep: how long they take does not depend on what else the
 * machine does, so that a forecast that is far off is wrong, and not unlucky. A loaded machine may make a run late, never
 * early: where one is further off than stated, it is run again.
 */
import { describe, expect, it } from 'vitest';
import { type Forecast, forecastOf } from '../../../../src/renderer/derive/forecast/forecast';
import { simulate } from '../../../../src/renderer/derive/forecast/simulate';
import type { Facts } from '../../../../src/renderer/store/facts';
import type { MethodName } from '../../../../src/shared/scenario';
import { runForReal } from '../../../fixtures/real-run';

/** The error that a forecast may have. */
const BOUND = 0.25;
const TRIES = 4;
/** From 20 to 90 ms, the long ones not all at one end. */
const ITEMS = Array.from({ length: 20 }, (_, task) => 20 + ((task * 37) % 71));

interface SetUp {
  readonly processes: number;
  readonly chunksize: number;
}

const run = (method: MethodName, { processes, chunksize }: SetUp): Promise<Facts> =>
  runForReal({
    pool: { processes },
    call: { method, chunksize: method.startsWith('apply') ? null : chunksize },
    workload: { name: 'sleep' },
    input: { items: ITEMS },
  });

function forecast(facts: Facts): Forecast {
  const work = forecastOf(facts, 2);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const errorOf = (ns: number, facts: Facts): number => ns / 1e6 / (facts.ended?.summary.wallMs ?? Number.NaN) - 1;

/** A run that its own replay comes near to: one that was disturbed says nothing about others. */
async function measured(method: MethodName, setUp: SetUp): Promise<Forecast> {
  for (let attempt = 1; ; attempt++) {
    const facts = await run(method, setUp);
    const made = forecast(facts);
    const error = errorOf(made.replayNs, facts);
    if (Math.abs(error) < BOUND) return made;
    if (attempt === TRIES) throw new Error(`The replay of the run itself is ${Math.round(error * 100)} % off`);
  }
}

/** The smallest error of some real runs, the first of which that is within the bound ends it. */
async function leastError(method: MethodName, setUp: SetUp, forecastNs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && Math.abs(least) > BOUND; attempt++) {
    const error = errorOf(forecastNs, await run(method, setUp));
    if (Math.abs(error) < Math.abs(least)) least = error;
  }
  return least;
}

const CASES: readonly { readonly method: MethodName; readonly from: SetUp; readonly to: readonly SetUp[] }[] = [
  {
    method: 'map',
    from: { processes: 2, chunksize: 3 },
    to: [
      { processes: 1, chunksize: 4 },
      { processes: 4, chunksize: 1 },
      { processes: 3, chunksize: 6 },
      { processes: 4, chunksize: 10 },
      { processes: 4, chunksize: 20 },
    ],
  },
  { method: 'imap-unordered', from: { processes: 4, chunksize: 1 }, to: [{ processes: 2, chunksize: 5 }] },
  { method: 'apply-async', from: { processes: 3, chunksize: 1 }, to: [{ processes: 5, chunksize: 1 }] },
  { method: 'apply', from: { processes: 3, chunksize: 1 }, to: [{ processes: 1, chunksize: 1 }] },
];

describe('the forecast of a real run', () => {
  for (const { method, from, to } of CASES) {
    it(`of ${method} is within ${BOUND * 100} % of real runs that are set up in other ways`, {
      timeout: 120_000,
    }, async () => {
      const made = (await measured(method, from)).run;
      for (const setUp of to) {
        const ns = simulate(made.work, made.boundary, { ...made.config, ...setUp });
        const error = await leastError(method, setUp, ns);
        expect(Math.abs(error), `${setUp.processes} workers, chunk size ${setUp.chunksize}`).toBeLessThan(BOUND);
      }
    });
  }
});
