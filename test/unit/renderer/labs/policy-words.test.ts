import { describe, expect, it } from 'vitest';
import { policySentence } from '../../../../src/renderer/labs/chaos/policy-words';
import type { ChaosFigures, ChaosRow } from '../../../../src/shared/chaos';

const nothing: ChaosFigures = {
  submitted: 40,
  delivered: 40,
  failed: 0,
  lost: 0,
  repeated: 0,
  faults: 3,
  lostToDeaths: 0,
  wallMs: 100,
};
const ended = (policy: ChaosRow['policy'], figures: Partial<ChaosFigures>): string =>
  policySentence({ policy, state: 'ended', figures: { ...nothing, ...figures } });

describe('the sentence of a policy', () => {
  it('says that every result arrived only when every result did', () => {
    expect(ended('retry', { repeated: 3 })).toBe('3 faults: 3 tasks began again, every result arrived once.');
    expect(ended('retry', { repeated: 3, failed: 8, delivered: 32 })).toBe(
      '3 faults: 3 tasks began again, none was lost to a fault.',
    );
    expect(ended('retry', { repeated: 3, failed: 1, lostToDeaths: 1, delivered: 39 })).toBe(
      '3 faults: 3 tasks began again, 1 task ran out of retries.',
    );
  });

  it('does not blame faults for tasks that raise by themselves', () => {
    expect(ended('fail', { failed: 8, delivered: 32 })).toBe('The dead workers had no task.');
    expect(ended('fail', { failed: 10, lostToDeaths: 2, delivered: 30 })).toBe(
      '3 faults: 2 tasks failed, the run went on.',
    );
  });

  it('says when nothing was hit, and when nothing ran', () => {
    expect(ended('break', { faults: 0 })).toBe('The run ended before a fault was due.');
    expect(ended('lose', { faults: 1, lost: 1, lostToDeaths: 1 })).toBe(
      "1 fault: 1 task lost. Python's Pool would wait for ever.",
    );
    expect(policySentence({ policy: 'lose', state: 'left out', figures: null })).toBe('Left out.');
  });
});
