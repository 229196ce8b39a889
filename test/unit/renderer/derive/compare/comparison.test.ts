import { describe, expect, it } from 'vitest';
import {
  comparisonOf,
  figureRow,
  phaseFigures,
  plainFigures,
} from '../../../../../src/renderer/derive/compare/comparison';
import { figuresOf } from '../../../../../src/renderer/derive/compare/figures-of';
import { scenarioDifferences, scenarioKey } from '../../../../../src/renderer/derive/compare/scenario-differences';
import type { Series } from '../../../../../src/renderer/store/compare';
import type { Facts } from '../../../../../src/renderer/store/facts';
import { PHASES, phaseNanos } from '../../../../../src/shared/phases';
import { type FigureId, type Figures, MEASURES } from '../../../../../src/shared/run-figures';
import { type Scenario, scenarioSchema } from '../../../../../src/shared/scenario';
import { outcomeCode } from '../../../../../src/shared/telemetry';
import { makeFacts } from '../../../../fixtures/make-run';

const none = { series: new Map<string, Series>(), basis: null };
const run = makeFacts({ tasks: 60, workers: 3, failEvery: 20 });
const other = makeFacts({ tasks: 60, workers: 5, seed: 4 });

function scenarioOf({ started }: Facts): Scenario {
  if (started === null || started.scenario === null) throw new Error('A made-up run has a scenario');
  return started.scenario;
}

/** Repeated runs that came to these wall times. */
function seriesOf(facts: Facts, wallNs: readonly number[]): [string, Series] {
  const scenario = scenarioOf(facts);
  const runs = wallNs.map((wall): Figures => ({ ...figuresOf(facts), wall }));
  return [scenarioKey(scenario), { scenario, runs, broken: 0, reason: null }];
}

describe('a run compared with itself', () => {
  it('has no difference in any figure', () => {
    const comparison = comparisonOf(run, run, none);
    if (comparison === null) throw new Error('Both have ended');
    const ids = [
      ...plainFigures([comparison.figuresA]),
      ...MEASURES.flatMap((measure) => phaseFigures([comparison.figuresA], measure).map(({ id }) => id)),
    ];
    expect(ids.length).toBeGreaterThan(40);
    for (const id of ids) {
      const { difference, verdict } = figureRow(comparison, id);
      expect(difference, id).toBe(0);
      expect(verdict.kind, id).toBe('same');
    }
    expect(comparison.differences).toEqual([]);
  });
});

describe('the figures of a run', () => {
  it('of an experiment are its wall time and no noughts of tasks that it does not have', () => {
    const { ended, ...rest } = makeFacts({ tasks: 1 });
    if (ended === null) throw new Error('A made-up run has ended');
    const summary = { ...ended.summary, wallMs: 12, experiment: { itemsPut: 3 } };
    const experiment = { ...rest, ended: { ...ended, summary } };
    expect(figuresOf(experiment)).toEqual({ wall: 12e6 });
    expect(plainFigures([figuresOf(experiment) ?? {}])).toEqual(['wall']);
  });

  it('are those of its summary, and the totals of its table', () => {
    const figures = figuresOf(run) ?? {};
    const summary = run.ended?.summary;
    expect(figures.wall).toBe((summary?.wallMs ?? 0) * 1e6);
    expect(figures.failed).toBe(3);
    expect(figures['queue-max']).toBe(summary?.queue.maxDepth);
    expect(figures['run.p95']).toBe((summary?.phasesMs.run.p95 ?? 0) * 1e6);
    const { columns, length } = run.data.table;
    for (const phase of PHASES) {
      let total = 0;
      for (let row = 0; row < length; row++) {
        if (columns.outcome[row] === outcomeCode.completed) total += phaseNanos(columns, row, phase);
      }
      expect(figures[`${phase}.total`]).toBeCloseTo(total, 0);
    }
  });

  it('have a busy share for each slot, and their mean', () => {
    const figures = figuresOf(run) ?? {};
    const shares = [0, 1, 2].map((slot) => figures[`busy.${slot}`] ?? Number.NaN);
    for (const share of shares) expect(share).toBeGreaterThan(0);
    expect(figures.busy).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / 3);
    expect(figures['busy.3']).toBeUndefined();
  });

  it('are not known before the run has ended', () => {
    expect(figuresOf({ ...run, ended: null })).toBeNull();
    expect(comparisonOf({ ...run, ended: null }, other, none)).toBeNull();
  });
});

describe('two runs', () => {
  const wall = (series: readonly [string, Series][], basis: 'runs' | 'medians' | null = null) => {
    const comparison = comparisonOf(run, other, { series: new Map(series), basis });
    if (comparison === null) throw new Error('Both have ended');
    return { comparison, row: figureRow(comparison, 'wall' satisfies FigureId) };
  };

  it('differ by what A has more than B, as a share of B', () => {
    const { row } = wall([]);
    expect(row.difference).toBe(row.a - row.b);
    expect(row.relative).toBe(row.difference / row.b);
    expect(row.verdict.kind).toBe('unknown');
  });

  it('are compared by the medians of their repeated runs once those are known, and by themselves where that is chosen', () => {
    const series = [seriesOf(run, [90, 100, 110, 100, 100]), seriesOf(other, [190, 200, 210, 200, 200])];
    const { comparison, row } = wall(series);
    expect(comparison.basis).toBe('medians');
    expect(row).toMatchObject({ a: 100, b: 200, difference: -100, relative: -0.5, verdict: { kind: 'real' } });
    expect(wall(series, 'runs').row.a).toBe(figuresOf(run)?.wall);
  });

  it('of which only one was repeated have no noise', () => {
    const { comparison, row } = wall([seriesOf(run, [90, 100, 110, 100, 100])]);
    expect(comparison.hasMedians).toBe(false);
    expect(row.verdict.kind).toBe('unknown');
  });

  it('of one scenario are held against its repeated runs', () => {
    const again = makeFacts({ tasks: 60, workers: 3, failEvery: 20 });
    const walls = [1, 1.01, 0.99, 1.02, 1].map((factor) => (figuresOf(run)?.wall ?? 0) * factor);
    const comparison = comparisonOf(run, again, { series: new Map([seriesOf(run, walls)]), basis: 'medians' });
    expect(comparison?.basis).toBe('runs');
    expect(comparison?.repeated.sameScenario).toBe(true);
  });

  it('without a scenario are compared by figures alone', () => {
    const foreign = { ...other, started: other.started === null ? null : { ...other.started, scenario: null } };
    const comparison = comparisonOf(run, foreign, none);
    expect(comparison?.differences).toBeNull();
    expect(comparison?.figuresB.wall).toBe(figuresOf(other)?.wall);
  });
});

describe('two scenarios', () => {
  const base = { version: 1, workload: { name: 'sum-of-squares' }, input: { generate: { count: 10 } } } as const;
  const parse = (change: object): Scenario => scenarioSchema.parse({ ...base, ...change });

  it('differ field by field, in the words of the form', () => {
    const a = parse({ pool: { processes: 2 }, call: { method: 'imap-unordered', chunksize: 4 }, seed: 7 });
    const b = parse({ engine: 'thread', pool: { processes: 8, taskTimeoutMs: 50 } });
    expect(scenarioDifferences(a, b)).toEqual([
      { label: 'Engine', a: 'Utility processes', b: 'Threads' },
      { label: 'Workers', a: '2', b: '8' },
      { label: 'Method', a: 'imap_unordered', b: 'map' },
      { label: 'Chunk size', a: '4', b: 'auto' },
      { label: 'Seed', a: '7', b: '42' },
      { label: 'Task timeout (ms)', a: 'none', b: '50' },
    ]);
  });

  it('tell parameters of their workloads, and how items are given', () => {
    const a = parse({ workload: { name: 'mandelbrot' } });
    const b = parse({ input: { items: [1, 2, 3] } });
    const labels = scenarioDifferences(a, b).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Workload', 'Max iterations', 'Items']));
    expect(labels).not.toContain('Tasks');
    expect(labels).not.toContain('Values');
  });

  it('are one where only the name differs', () => {
    expect(scenarioKey(parse({ name: 'a' }))).toBe(scenarioKey(parse({ name: 'b' })));
    expect(scenarioDifferences(parse({ name: 'a' }), parse({ name: 'b' }))).toEqual([]);
    expect(scenarioKey(parse({ seed: 1 }))).not.toBe(scenarioKey(parse({ seed: 2 })));
  });
});
