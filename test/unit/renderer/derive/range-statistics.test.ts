import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeStatistics } from '../../../../src/renderer/derive/range-statistics';
import { countInRange, rowsInRange } from '../../../../src/renderer/derive/rows-in-range';
import type { Facts } from '../../../../src/renderer/store/facts';
import type { Range } from '../../../../src/renderer/store/view';
import { PHASES, phaseNanos } from '../../../../src/shared/phases';
import { outcomeCode } from '../../../../src/shared/telemetry';
import { nanos } from '../../../../src/shared/units';
import { type MakeRunOptions, makeFacts } from '../../../fixtures/make-run';

const runs: readonly MakeRunOptions[] = [
  { tasks: 40, workers: 3, chunksize: 4 },
  { tasks: 60, workers: 4, chunksize: 1, failEvery: 7 },
  { tasks: 40, workers: 2, chunksize: 5, crash: 1 },
  { tasks: 60, workers: 3, chunksize: 2, batchNs: 40e6, stopAfter: 4 },
];
const all = runs.map(makeFacts);

/** From `from` to `to` of the run's length; some workers or all. */
const cases = fc.record({
  run: fc.nat(all.length - 1),
  from: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
  to: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
  workers: fc.option(fc.uniqueArray(fc.nat(4))),
});

function rangeOf(facts: Facts, from: number, to: number, workers: readonly number[] | null): Range {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return { startNs: nanos(low * facts.now), endNs: nanos(high * facts.now), workers };
}

/** Looks at every row of the run. */
function oracle({ data, now }: Facts, { startNs, endNs, workers }: Range) {
  const { columns, length } = data.table;
  const rows = [...Array(length).keys()].filter((row) => {
    const worker = columns.worker[row] ?? 0;
    if (workers !== null && !workers.includes(worker)) return false;
    const end = columns.runEnd[row] || (data.workers[worker]?.exit?.at ?? now);
    return (columns.runBegin[row] ?? Number.NaN) < endNs && end > startNs;
  });
  const sumOf = (value: (row: number) => number): number => rows.reduce((sum, row) => sum + value(row), 0);
  return {
    rows,
    failed: rows.filter((row) => columns.outcome[row] === outcomeCode.failed).length,
    lost: rows.filter((row) => columns.outcome[row] === outcomeCode.lost).length,
    retried: rows.filter((row) => (columns.attempt[row] ?? 1) > 1).length,
    argsBytes: sumOf((row) => columns.argsBytes[row] ?? 0),
    resultBytes: sumOf((row) => columns.resultBytes[row] ?? 0),
    ended: rows.filter((row) => (columns.runEnd[row] ?? 0) >= startNs && (columns.runEnd[row] ?? 0) < endNs).length,
    times: PHASES.map((phase) =>
      rows
        .map((row) => phaseNanos(columns, row, phase))
        .filter((time) => !Number.isNaN(time))
        .sort((a, b) => a - b),
    ),
  };
}

/** Time of loads, run and dumps of all rows within the range. */
function busyOracle({ data, now }: Facts, { startNs, endNs, workers }: Range): number {
  const { columns, length } = data.table;
  let busy = 0;
  for (let row = 0; row < length; row++) {
    const worker = columns.worker[row] ?? 0;
    if (workers !== null && !workers.includes(worker)) continue;
    const begin = columns.argsLoadsBegin[row] ?? Number.NaN;
    const end = columns.resultDumpsEnd[row] || (data.workers[worker]?.exit?.at ?? now);
    busy += Math.max(0, Math.min(end, endNs) - Math.max(begin, startNs)) || 0;
  }
  return busy;
}

describe('statistics of a range', () => {
  it('are what a look at every row finds', () => {
    fc.assert(
      fc.property(cases, ({ run, from, to, workers }) => {
        const facts = all[run] ?? makeFacts();
        const range = rangeOf(facts, from, to, workers);
        const found = rangeStatistics(facts, range);
        const slow = oracle(facts, range);
        const { rows, times, ended, ...counts } = slow;
        expect([...rowsInRange(facts, range)]).toEqual(rows);
        expect(countInRange(facts, range)).toBe(rows.length);
        expect(found).toMatchObject({ tasks: rows.length, ...counts });
        expect(found.phases.map(({ phase }) => phase)).toEqual(PHASES.filter((_, at) => (times[at]?.length ?? 0) > 0));
        for (const { phase, count, totalNs, p50Ns, maxNs } of found.phases) {
          const sorted = times[PHASES.indexOf(phase)] ?? [];
          expect(count).toBe(sorted.length);
          expect(totalNs).toBeCloseTo(
            sorted.reduce((sum, time) => sum + time, 0),
            0,
          );
          expect(maxNs).toBe(sorted.at(-1));
          const [low = 0, high = 0] = [Math.floor, Math.ceil].map((round) => sorted[round((sorted.length - 1) / 2)]);
          expect(p50Ns).toBeCloseTo((low + high) / 2, 3);
        }
        const length = Math.min(range.endNs, facts.now) - Math.max(range.startNs, 0);
        if (length > 1) expect(found.perSecond).toBeCloseTo(ended / (length / 1e9), 3);
        else expect(found.perSecond || 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('say what share of their time the workers were at work', () => {
    fc.assert(
      fc.property(cases, ({ run, from, to, workers }) => {
        const facts = all[run] ?? makeFacts();
        const range = rangeOf(facts, from, to, workers);
        const there = facts.data.workers
          .filter(({ index }) => workers === null || workers.includes(index))
          .map(({ readyAt, exit }) =>
            Math.max(
              0,
              Math.min(range.endNs, facts.now, exit?.at ?? facts.now) - Math.max(range.startNs, readyAt ?? Infinity, 0),
            ),
          )
          .reduce((sum, time) => sum + time, 0);
        const { busyShare } = rangeStatistics(facts, range);
        if (there > 1) expect(busyShare).toBeCloseTo(Math.min(1, busyOracle(facts, range) / there), 4);
        else expect(busyShare || 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of a stretch in which nothing ran are empty, not wrong', () => {
    const facts = makeFacts({ tasks: 8, workers: 2 });
    const found = rangeStatistics(facts, rangeOf(facts, 0, 0.000001, null));
    expect(found).toMatchObject({ tasks: 0, phases: [], busyShare: Number.NaN, runTimes: { bins: [] } });
  });
});
