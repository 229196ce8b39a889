import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import type { Answer } from '../../../../../src/renderer/derive/why-idle/answer';
import { LaneGaps } from '../../../../../src/renderer/derive/why-idle/lane-gaps';
import { whyIdle } from '../../../../../src/renderer/derive/why-idle/why-idle';
import type { Facts } from '../../../../../src/renderer/store/facts';
import { runForReal } from '../../../../fixtures/real-run';

/** Answers for all gaps between the call and its return, the longest gap first; booting may take any time. */
function answers(facts: Facts): Answer[] {
  const index = runIndexOf(facts);
  const { calledAt, ended } = facts;
  return [...facts.data.workers.keys()]
    .flatMap((worker) => LaneGaps.of(facts, index, worker)?.sample(calledAt ?? 0, ended?.at ?? 0, 1000) ?? [])
    .map(({ gap }) => whyIdle(facts, index, gap))
    .sort((a, b) => b.gapNs - a.gapNs);
}

describe('a gap of a real run', () => {
  it('of single calls, each awaited, is there because nothing was queued', async () => {
    const facts = await runForReal({
      pool: { processes: 2 },
      call: { method: 'apply' },
      workload: { name: 'sleep' },
      input: { items: [60, 60, 60] },
    });
    // One worker has nothing to do while the other sleeps; what else it waited for depends on the machine.
    const waited = answers(facts).flatMap(({ shares }) => shares.filter(({ cause }) => cause === 'nothing-queued'));
    expect(Math.max(...waited.map(({ ns }) => ns))).toBeGreaterThan(50e6);
  });

  it('beside one long last task is the tail of the run', async () => {
    const facts = await runForReal({
      pool: { processes: 2 },
      call: { chunksize: 1 },
      workload: { name: 'sleep' },
      input: { items: [5, 5, 5, 600] },
    });
    const [longest] = answers(facts).filter(({ shares }) => !shares.some(({ cause }) => cause === 'not-called'));
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
