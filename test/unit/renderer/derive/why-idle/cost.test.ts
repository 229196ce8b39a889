import { describe, expect, it, vi } from 'vitest';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import { SpanSeries } from '../../../../../src/renderer/derive/span-series';
import { LaneGaps } from '../../../../../src/renderer/derive/why-idle/lane-gaps';
import { whyIdle } from '../../../../../src/renderer/derive/why-idle/why-idle';
import { makeFacts } from '../../../../fixtures/make-run';

describe('an answer', () => {
  it('costs a search, not a walk: no more spans are read in a run ten times as long', () => {
    const reads = (tasks: number): number => {
      const facts = makeFacts({ tasks, workers: 4, chunksize: 1, meanNs: 1e6 });
      const index = runIndexOf(facts);
      const read = vi.spyOn(SpanSeries.prototype, 'momentsOf');
      const search = vi.spyOn(SpanSeries.prototype, 'firstEndingAfter');
      const gap = LaneGaps.of(facts, index, 1)?.from(facts.now / 2);
      expect(gap && whyIdle(facts, index, gap).cause).toBe('round-trip');
      const count = read.mock.calls.length + search.mock.calls.length;
      read.mockRestore();
      search.mockRestore();
      return count;
    };
    expect(reads(50_000)).toBeLessThan(40);
    expect(reads(5_000)).toBeLessThan(40);
  });
});
