import { describe, expect, it } from 'vitest';
import { rangeStatistics } from '../../../../src/renderer/derive/range-statistics';
import { rangeCsv, rangeText, rangeTitle } from '../../../../src/renderer/inspector/range-text';
import { nanos } from '../../../../src/shared/units';
import { makeFacts } from '../../../fixtures/make-run';

const facts = makeFacts({ tasks: 40, workers: 2, failEvery: 10 });
const range = { startNs: nanos(0), endNs: nanos(facts.now), workers: null };
const statistics = rangeStatistics(facts, range);

describe('the statistics of a range as text', () => {
  it('say first of when they are', () => {
    expect(rangeTitle({ ...range, startNs: nanos(2.5e6), endNs: nanos(12.5e6) }, 5e5)).toBe(
      '2.00\u2009ms to 12.0\u2009ms, 10.0\u2009ms',
    );
  });

  it('have a line for each phase', () => {
    const text = rangeText(range, 0, statistics);
    expect(text).toContain('Tasks that ran: 40 (4 failed, 0 lost, 0 retried)');
    expect(text.split('\n').filter((line) => line.includes('p95'))).toHaveLength(9);
  });

  it('are a table in CSV, with times in µs', () => {
    const [head, ...lines] = rangeCsv(statistics).trim().split('\n');
    expect(head).toBe('phase,count,total_us,mean_us,p50_us,p95_us,max_us');
    expect(lines).toHaveLength(9);
    const run = lines.find((line) => line.startsWith('run,'))?.split(',') ?? [];
    expect(Number(run[1])).toBe(40);
    const phase = statistics.phases.find((each) => each.phase === 'run');
    expect(Number(run[2])).toBeCloseTo((phase?.totalNs ?? 0) / 1e3, 2);
  });
});
