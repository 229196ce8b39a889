import { describe, expect, it } from 'vitest';

import { RepeatService, type UnseenRuns } from '../../../../src/main/repeat/repeat-service';
import { Run } from '../../../../src/main/run/run';
import type { RepeatProgress } from '../../../../src/shared/repeat';
import { type Scenario, type ScenarioDraft, scenarioSchema } from '../../../../src/shared/scenario';
import { engine } from '../../../fixtures/pools';

const scenario = (change: Partial<ScenarioDraft> = {}): Scenario =>
  scenarioSchema.parse({
    version: 1,
    engine: 'serial',
    workload: { name: 'sum-of-squares' },
    input: { items: [10, 20, 30] },
    ...change,
  });

/** Real runs, one at a time. `spoil` may change how one ends. */
class RealRuns implements UnseenRuns {
  readonly names: string[] = [];
  isBusy = false;
  stops = 0;

  constructor(private readonly spoil: (run: Run, count: number) => void = () => undefined) {}

  async runUnseen(wanted: Scenario): Promise<Run> {
    this.names.push(wanted.name);
    const run = new Run({ scenario: wanted, engine, keepResults: false });
    await run.go();
    this.spoil(run, this.names.length);
    return run;
  }

  stopCurrent(): void {
    this.stops++;
  }
}

/** Repeats until it is over. @returns all that was told */
function repeat(
  runs: UnseenRuns,
  request: { scenarios: Scenario[]; times: number; warmUp: boolean },
  during: (service: RepeatService, progress: RepeatProgress) => void = () => undefined,
): Promise<RepeatProgress[]> {
  return new Promise((resolve) => {
    const told: RepeatProgress[] = [];
    const service = new RepeatService(runs, (progress) => {
      told.push(progress);
      during(service, progress);
      if (!progress.running) resolve(told);
    });
    service.start(request);
  });
}

describe('repeated runs', () => {
  it('take turns between two scenarios, after a warm-up of each that does not count', async () => {
    const runs = new RealRuns();
    const scenarios = [scenario({ name: 'a' }), scenario({ name: 'b' })];
    const told = await repeat(runs, { scenarios, times: 3, warmUp: true });
    expect(runs.names.join('')).toBe('abababab');
    const last = told.at(-1);
    expect(last).toMatchObject({ running: false, done: 8, total: 8, message: null });
    expect(last?.series.map((series) => series.length)).toEqual([3, 3]);
    for (const { figures } of last?.series.flat() ?? []) {
      expect(figures?.wall).toBeGreaterThan(0);
      expect(figures?.['run.total']).toBeGreaterThan(0);
      expect(figures?.failed).toBe(0);
    }
  });

  it('tell how far they are after each', async () => {
    const told = await repeat(new RealRuns(), { scenarios: [scenario()], times: 3, warmUp: false });
    expect(told.map(({ done }) => done)).toEqual([0, 1, 2, 3, 3]);
  });

  it('go on where one of them breaks, and keep nothing of it but why', async () => {
    const runs = new RealRuns((run, count) => {
      if (count === 2) Object.assign(run, { status: 'broken', message: 'The pool broke.' });
    });
    const told = await repeat(runs, { scenarios: [scenario()], times: 4, warmUp: false });
    const series = told.at(-1)?.series[0] ?? [];
    expect(series.map(({ figures }) => figures !== null)).toEqual([true, false, true, true]);
    expect(series[1]).toEqual({ status: 'broken', message: 'The pool broke.', figures: null });
  });

  it('end where the scenario is refused: it always will be', async () => {
    const file = '/nowhere/missing.mjs';
    const refused = scenario({
      workload: { name: 'module', params: { file } },
      input: { items: [1] },
      engine: 'child-process',
    });
    const told = await repeat(new RealRuns(), { scenarios: [refused], times: 4, warmUp: false });
    expect(told.at(-1)?.message).toContain('missing.mjs');
    expect(told.at(-1)?.series[0]).toHaveLength(1);
  });

  it('end when they are cancelled; what was made until then stays, the run that was stopped does not count', async () => {
    const runs = new RealRuns();
    const told = await repeat(runs, { scenarios: [scenario()], times: 9, warmUp: false }, (service, { done }) => {
      if (done === 2) service.cancel();
    });
    expect(told.at(-1)).toMatchObject({ running: false, message: 'Cancelled after 2 of 9 runs.' });
    expect(told.at(-1)?.series[0]).toHaveLength(2);
    expect(runs.stops).toBe(1);
  });

  it('do not begin while another run is under way', () => {
    const busy = Object.assign(new RealRuns(), { isBusy: true });
    const service = new RepeatService(busy, () => undefined);
    expect(() => service.start({ scenarios: [scenario()], times: 2, warmUp: false })).toThrow('A run is under way');
  });

  it('say so where somebody else was quicker', async () => {
    const runs = new RealRuns();
    runs.runUnseen = async () => Promise.reject(new Error('A run is under way; stop it first.'));
    const told = await repeat(runs, { scenarios: [scenario()], times: 2, warmUp: false });
    expect(told.at(-1)?.message).toBe('A run is under way; stop it first.');
  });
});
