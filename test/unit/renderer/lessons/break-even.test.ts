import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { breakEven } from '../../../../src/renderer/lessons/catalogue/break-even';
import type { EarlierRun, Values } from '../../../../src/renderer/lessons/lesson';
import type { Facts } from '../../../../src/renderer/store/facts';
import { labSchema } from '../../../../src/shared/labs';
import { runForReal } from '../../../fixtures/real-run';

const VALUES: Values = { ms: '0.02', bytes: '0', workers: '2' };

async function run(values: Values): Promise<Facts> {
  if (!('scenario' in breakEven)) throw new Error('It runs a scenario');
  const scenario = breakEven.scenario(values, 2);
  return runForReal({ ...scenario, engine: values.workers === 'loop' ? 'serial' : 'child-process' });
}

const figuresOf = (facts: Facts, earlier: readonly EarlierRun[] = []) =>
  breakEven.figures(facts, runIndexOf(facts), earlier);
const overLoop = (facts: Facts, earlier: readonly EarlierRun[] = []) =>
  figuresOf(facts, earlier).find(({ label }) => label === 'Over the loop')?.value;

describe('the lesson about break-even', () => {
  it('answers for the workers that ran, and for no others', async () => {
    const { prediction } = breakEven;
    if (prediction.kind !== 'drawn') throw new Error('It is drawn');
    const facts = await run(VALUES);
    const truth = prediction.truth(facts, runIndexOf(facts), VALUES, []);
    expect(truth.map((value) => value === null)).toEqual([true, false, true]);
    expect(truth[1]).toBeGreaterThan(0);
    expect(prediction.because(facts, runIndexOf(facts), truth)).toMatch(
      /^A task computes for .*µs, and the pool of 2 took /,
    );
  });

  it('compares a pool with the plain loop over the same tasks, and with no other', async () => {
    const loopValues = { ...VALUES, workers: 'loop' };
    const loop = await run(loopValues);
    const pool = await run(VALUES);
    expect(overLoop(loop)).toBe(1);
    expect(overLoop(pool)).toBeNaN();
    const earlier = [{ values: loopValues, figures: figuresOf(loop) }];
    const [loopMs, poolMs] = [loop, pool].map(({ ended }) => ended?.summary.wallMs ?? Number.NaN);
    expect(overLoop(pool, earlier)).toBeCloseTo((loopMs ?? Number.NaN) / (poolMs ?? Number.NaN), 9);
    // The drawing says the same as the figure.
    const { prediction } = breakEven;
    if (prediction.kind !== 'drawn') throw new Error('It is drawn');
    expect(prediction.truth(pool, runIndexOf(pool), VALUES, earlier)[1]).toBeCloseTo(overLoop(pool, earlier) ?? 0, 9);
    const ofOthers = [{ values: { ...loopValues, ms: '1' }, figures: figuresOf(loop) }];
    expect(overLoop(pool, ofOthers)).toBeNaN();
  });

  it('opens the lab where it stands', () => {
    expect(labSchema.parse(breakEven.labFor?.({ ...VALUES, ms: '20', bytes: '1048576' }))).toMatchObject({
      workers: 2,
      tasks: 12,
      taskMs: 20,
      bytes: 1_048_576,
    });
  });
});
