import { describe, expect, it, vi } from 'vitest';
import { LaneIndex } from '../../../../src/renderer/derive/lane-index';
import { runDensity } from '../../../../src/renderer/derive/run-density';
import type { Facts } from '../../../../src/renderer/store/facts';
import { makeFacts } from '../../../fixtures/make-run';

const COLUMNS = 50;

function densityOf(facts: Facts, columns = COLUMNS) {
  const nsPerPx = facts.now / columns;
  return { ...runDensity(facts, { startNs: 0, nsPerPx }, columns), nsPerPx };
}

const total = (shares: Float32Array, nsPerPx: number): number =>
  shares.reduce((sum, share) => sum + share * nsPerPx, 0);

/** Time of a stretch of every row. */
function timeOf({ data, now }: Facts, from: 'runBegin' | 'argsLoadsBegin', to: 'runEnd' | 'resultDumpsEnd'): number {
  const { columns, length } = data.table;
  let sum = 0;
  for (let row = 0; row < length; row++) {
    const begin = columns[from][row] ?? Number.NaN;
    if (!Number.isNaN(begin))
      sum += (columns[to][row] || (data.workers[columns.worker[row] ?? 0]?.exit?.at ?? now)) - begin;
  }
  return sum;
}

describe('the density of a run', () => {
  it('has all of its run time, neither more nor less, at any number of columns', () => {
    const facts = makeFacts({ tasks: 200, workers: 3, chunksize: 4 });
    for (const columns of [1, 7, 50, 900]) {
      const { run, nsPerPx } = densityOf(facts, columns);
      expect(total(run, nsPerPx) / timeOf(facts, 'runBegin', 'runEnd')).toBeCloseTo(1, 3);
    }
  });

  it('has what the caller and the workers dump and load as cost of the boundary', () => {
    const facts = makeFacts({ tasks: 200, workers: 3, chunksize: 4 });
    const { boundary, nsPerPx } = densityOf(facts);
    const inWorkers = timeOf(facts, 'argsLoadsBegin', 'resultDumpsEnd') - timeOf(facts, 'runBegin', 'runEnd');
    expect(total(boundary, nsPerPx)).toBeGreaterThan(inWorkers * 0.99);
  });

  it('never has more workers at work than there are slots', () => {
    const { run, slots } = densityOf(makeFacts({ tasks: 200, workers: 3, chunksize: 4, crash: 0 }));
    expect(slots).toBe(3);
    expect(Math.max(...run)).toBeLessThanOrEqual(slots * 1.01);
  });

  it('counts what is under way', () => {
    const facts = makeFacts({ tasks: 60, workers: 2, chunksize: 2, batchNs: 130e6, stopAfter: 1 });
    const { run } = densityOf(facts);
    expect(run[COLUMNS - 1]).toBeCloseTo(2, 1);
  });

  it('marks failures and crashes where they happened, and nothing else', () => {
    expect(densityOf(makeFacts({ tasks: 40, workers: 2 })).trouble.some((mark) => mark === 1)).toBe(false);
    const failing = makeFacts({ tasks: 40, workers: 2, failEvery: 10 });
    const { trouble, nsPerPx } = densityOf(failing);
    const { outcome, runEnd } = failing.data.table.columns;
    const failed = [...Array(40).keys()].filter((row) => outcome[row] === 2).map((row) => runEnd[row] ?? 0);
    const expected = new Set(failed.map((at) => Math.floor(at / nsPerPx)));
    expect(new Set([...trouble.keys()].filter((column) => trouble[column] === 1))).toEqual(expected);
    const crashed = makeFacts({ tasks: 40, workers: 2, crash: 0 });
    const at = crashed.data.workers[0]?.exit?.at ?? 0;
    const died = densityOf(crashed);
    expect(died.trouble[Math.floor(at / died.nsPerPx)]).toBe(1);
  });

  it('costs columns, not tasks', () => {
    const reads = (tasks: number): number => {
      const facts = makeFacts({ tasks, workers: 4, chunksize: 1, meanNs: 1e5, failEvery: 2 });
      densityOf(facts, 1);
      const read = vi.spyOn(LaneIndex.prototype, 'beginOf');
      densityOf(facts, 500);
      const count = read.mock.calls.length;
      read.mockRestore();
      return count;
    };
    expect(reads(100_000)).toBeLessThan(4 * 500 * 10);
  });
});
