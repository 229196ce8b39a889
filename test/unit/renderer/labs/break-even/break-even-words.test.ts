import { describe, expect, it } from 'vitest';
import { breakEvenResults } from '../../../../../src/renderer/labs/break-even/break-even-results';
import { placeText, setUpText, verdictText } from '../../../../../src/renderer/labs/break-even/break-even-words';
import { cautionOf } from '../../../../../src/renderer/labs/break-even/cautions';
import { costRows } from '../../../../../src/renderer/labs/break-even/cost-rows';
import { noBreakEven } from '../../../../../src/renderer/store/break-even';
import { COSTS } from '../../../../fixtures/costs';

describe('what the lab says', () => {
  it('of a speed-up is which of the two is quicker', () => {
    expect(verdictText(1.8)).toBe('1.8× as fast as the plain loop');
    expect(verdictText(0.5)).toBe('2.0× slower than the plain loop');
    expect(verdictText(1.01)).toBe('about as fast as the plain loop');
  });

  it('of a place and of its set-up is in words', () => {
    expect(placeText({ taskMs: 1, bytes: 0 })).toBe('1.00\u2009ms a task, no payload');
    expect(setUpText({ workers: 1, tasks: 100, chunksize: null, countBoot: true })).toBe(
      '1 worker, 100 tasks, chunk size auto, boot counted',
    );
  });

  it('of costs says how each was come by', () => {
    const rows = costRows(COSTS);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { method, value } of rows) {
      expect(method).toMatch(/\.$/);
      expect(value).toBeGreaterThan(0);
    }
  });
});

const controls = noBreakEven().controls;

describe('costs', () => {
  const info = { cores: 2, cpuModel: 'Made up', version: '0.1.0', electron: '33' };

  it('of this machine and version need no caution', () => expect(cautionOf(COSTS, info)).toBeNull());

  it('of another machine, of another version, and of a busy machine do', () => {
    expect(cautionOf(COSTS, { ...info, cores: 8 })).toContain('another machine');
    expect(cautionOf(COSTS, { ...info, version: '9' })).toContain('another version');
    expect(cautionOf({ ...COSTS, otherBusyCores: 1.5 }, info)).toContain('Other programs kept 1.5 of 2 cores busy');
  });
});

it('what the lab came to is a row a dot, a cell a column', () => {
  expect(breakEvenResults({ dots: [], controls })).toBeNull();
  const dot = {
    runId: 3,
    title: 'Break-even',
    taskMs: 1,
    bytes: 0,
    resultBytes: 0,
    workers: 2,
    tasks: 100,
    chunksize: 1,
    poolMs: 60,
    bootMs: 200,
    loopMs: 100,
    predicted: 1.5,
    countBoot: false,
    speedup: 100 / 60,
  };
  const results = breakEvenResults({ dots: [dot], controls });
  expect(results?.scenario?.lab).toEqual({ name: 'break-even', ...controls });
  expect(results?.rows).toHaveLength(1);
  expect(results?.rows[0]).toHaveLength(results?.columns.length ?? 0);
});
