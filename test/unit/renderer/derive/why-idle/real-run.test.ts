import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import type { Answer } from '../../../../../src/renderer/derive/why-idle/answer';
import { LaneGaps } from '../../../../../src/renderer/derive/why-idle/lane-gaps';
import { whyIdle } from '../../../../../src/renderer/derive/why-idle/why-idle';
import type { Facts } from '../../../../../src/renderer/store/facts';
import { runForReal } from '../../../../fixtures/real-run';

/** Answers for all gaps between the call and its return, the longest gap first. */
function answers(facts: Facts): Answer[] {
  const index = runIndexOf(facts);
  const found: Answer[] = [];
  for (const worker of facts.data.workers.keys()) {
    const gaps = LaneGaps.of(facts, index, worker);
    for (let gap = gaps?.from(facts.calledAt ?? 0) ?? null; gap; gap = gaps?.beside(gap, 1) ?? null) {
      if (gap.startNs < (facts.ended?.at ?? 0)) found.push(whyIdle(facts, index, gap));
    }
  }
  return found.sort((a, b) => b.gapNs - a.gapNs);
}

describe('the longest gap of a real run', () => {
  it('of single calls, each awaited, is there because nothing was queued', async () => {
    const facts = await runForReal({
      pool: { processes: 2 },
      call: { method: 'apply' },
      workload: { name: 'sleep' },
      input: { items: [60, 60, 60] },
    });
    expect(answers(facts)[0]?.cause).toBe('nothing-queued');
  });

  it('beside one long last task is the tail of the run', async () => {
    const facts = await runForReal({
      pool: { processes: 2 },
      call: { chunksize: 1 },
      workload: { name: 'sleep' },
      input: { items: [5, 5, 5, 600] },
    });
    const [longest] = answers(facts);
    expect(longest?.cause).toBe('tail');
    expect(longest?.sentence).toMatch(
      /the others still ran 1 task, and the last chunk, on PID \d+, was \d\.\d× as long/,
    );
  });

  it('before small tasks with huge arguments is down to pickling and carrying them', async () => {
    const facts = await runForReal({
      pool: { processes: 1 },
      call: { chunksize: 1 },
      workload: { name: 'sleep' },
      input: { items: [1, 1, 1] },
      payload: { kind: 'bytes', bytes: 48 * 1024 * 1024 },
    });
    const between = answers(facts).filter(({ shares }) => !shares.some(({ cause }) => cause === 'not-submitted'));
    expect(['pickling-own', 'args-flight']).toContain(between[0]?.cause);
    expect(between[0]?.sentence).toMatch(/task \d, 48\.0\sMB/);
  });
});
