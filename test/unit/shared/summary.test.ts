import { quantileSorted } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../../src/shared/parse-scenario';
import { INTERVALS, PHASES, type Phase } from '../../../src/shared/phases';
import { type SummaryFacts, summarize } from '../../../src/shared/summary';
import { MOMENTS, type Moment, makeColumns, OUTCOMES, type Outcome, outcomeCode } from '../../../src/shared/telemetry';

/** One row as a person would write it down: the outcome and the moments that have happened, in ns. */
interface PlainRow {
  readonly outcome: Outcome;
  readonly argsBytes: number;
  readonly resultBytes: number;
  readonly moments: Partial<Record<Moment, number>>;
}

const scenario = parseScenario({ version: 1, name: 'Test', workload: { name: 'sleep' } });
const facts: SummaryFacts = {
  scenario,
  finished: true,
  mainPid: 10,
  pids: [11, 12],
  chunksize: 3,
  tasks: { submitted: 4, completed: 4, failed: 0, lost: 0, retried: 0 },
  wallNanos: 2e9,
  maxQueueDepth: 2,
  errors: [],
  dropped: 0,
};

function summaryOf(rows: readonly PlainRow[], change: Partial<SummaryFacts> = {}) {
  const columns = makeColumns(rows.length + 5);
  for (const [index, row] of rows.entries()) {
    columns.outcome[index] = outcomeCode[row.outcome];
    columns.argsBytes[index] = row.argsBytes;
    columns.resultBytes[index] = row.resultBytes;
    for (const name of MOMENTS) columns[name][index] = row.moments[name] ?? Number.NaN;
  }
  return summarize({ ...facts, ...change }, columns, rows.length);
}

/** The slow, obvious way: a phase of one row in ms, undefined while it has not ended. */
function phaseMs(row: PlainRow, phase: Phase): number | undefined {
  let ms = 0;
  for (const { from, to } of INTERVALS.filter((interval) => interval.phase === phase)) {
    const [begin, end] = [row.moments[from], row.moments[to]];
    if (begin === undefined || end === undefined) return undefined;
    ms += (end - begin) / 1e6;
  }
  return ms;
}

function known(rows: readonly PlainRow[], phase: Phase): number[] {
  return rows.map((row) => phaseMs(row, phase)).filter((ms) => ms !== undefined);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Rows whose moments happened one after another, up to any of them. */
const plainRow: fc.Arbitrary<PlainRow> = fc
  .record({
    outcome: fc.constantFrom(...OUTCOMES),
    argsBytes: fc.nat(100_000),
    resultBytes: fc.nat(100_000),
    steps: fc.array(fc.nat(1_000_000_000), { minLength: MOMENTS.length, maxLength: MOMENTS.length }),
    happened: fc.integer({ min: 1, max: MOMENTS.length }),
  })
  .map(({ steps, happened, ...row }) => {
    let at = 0;
    const moments = Object.fromEntries(
      MOMENTS.slice(0, happened).map((name, index) => {
        at += steps[index] ?? 0;
        return [name, at];
      }),
    );
    return { ...row, moments };
  });

describe('a summary', () => {
  test('says of every phase what a slow and obvious computation says', () => {
    fc.assert(
      fc.property(fc.array(plainRow, { maxLength: 40 }), (rows) => {
        const summary = summaryOf(rows);
        const completed = rows.filter((row) => row.outcome === 'completed');
        for (const phase of PHASES) {
          const sorted = known(completed, phase).sort((a, b) => a - b);
          const stats = summary.phasesMs[phase];
          expect(stats.mean).toBeCloseTo(sorted.length === 0 ? 0 : total(sorted) / sorted.length, 5);
          expect(stats.p50).toBeCloseTo(quantileSorted(sorted, 0.5) ?? 0, 5);
          expect(stats.p95).toBeCloseTo(quantileSorted(sorted, 0.95) ?? 0, 5);
          expect(stats.max).toBeCloseTo(sorted.at(-1) ?? 0, 5);
        }
      }),
    );
  });

  test('adds up runs, pickling and bytes over every run, failed and repeated ones too', () => {
    fc.assert(
      fc.property(fc.array(plainRow, { maxLength: 40 }), (rows) => {
        const { pickling, speedup } = summaryOf(rows);
        const sum = (...phases: Phase[]): number => total(phases.map((phase) => total(known(rows, phase))));
        const dumpsMs = sum('dumpsArgs', 'dumpsResult');
        const loadsMs = sum('loadsArgs', 'loadsResult');
        const busyMs = sum('run') + dumpsMs + loadsMs;
        expect(speedup.serialMs).toBeCloseTo(sum('run'), 5);
        expect(speedup.factor).toBeCloseTo(sum('run') / 2000, 5);
        expect(pickling.dumpsMs).toBeCloseTo(dumpsMs, 5);
        expect(pickling.loadsMs).toBeCloseTo(loadsMs, 5);
        expect(pickling.shareOfBusy).toBeCloseTo(busyMs === 0 ? 0 : (dumpsMs + loadsMs) / busyMs, 8);
        expect(pickling.argsBytes).toBe(total(rows.map((row) => row.argsBytes)));
        expect(pickling.resultBytes).toBe(total(rows.map((row) => row.resultBytes)));
      }),
    );
  });

  test('of an empty run is all zeros, without a NaN', () => {
    const summary = summaryOf([], {
      tasks: { submitted: 0, completed: 0, failed: 0, lost: 0, retried: 0 },
      wallNanos: 0,
    });
    expect(summary.ok).toBe(true);
    expect(JSON.stringify(summary)).not.toContain('null');
    expect(summary).toMatchObject({ throughputPerSec: 0, speedup: { factor: 0 }, pickling: { shareOfBusy: 0 } });
  });

  test('has throughput from the tasks that completed and the wall time', () => {
    expect(summaryOf([]).throughputPerSec).toBe(2);
  });

  test.each<[string, Partial<SummaryFacts['tasks']>]>([
    ['failed', { completed: 3, failed: 1 }],
    ['was lost', { completed: 3, lost: 1 }],
    ['was cancelled', { completed: 3 }],
  ])('is not ok when a task %s', (_what, tasks) => {
    expect(summaryOf([], { tasks: { ...facts.tasks, ...tasks } }).ok).toBe(false);
  });

  test('is ok when a task was retried and completed', () => {
    expect(summaryOf([], { tasks: { ...facts.tasks, retried: 1 } }).ok).toBe(true);
  });

  test('has results only where they were asked for, as they were delivered', () => {
    expect(summaryOf([])).not.toHaveProperty('results');
    expect(summaryOf([], { results: [3n, 1, 2] }).results).toEqual([3n, 1, 2]);
  });

  test('has the fields of the command line’s contract, in its order', () => {
    expect(Object.keys(summaryOf([], { results: [] }))).toEqual([
      'scenario',
      'engine',
      'ok',
      'mainPid',
      'pids',
      'chunksize',
      'tasks',
      'wallMs',
      'throughputPerSec',
      'speedup',
      'queue',
      'pickling',
      'phasesMs',
      'errors',
      'results',
      'telemetry',
    ]);
  });
});
