import { describe, expect, it } from 'vitest';
import { meets, verdict } from '../../../bench/verdict';

const ours = { label: 'ours : theirs', of: 'ours' };

describe('verdict', () => {
  it('takes the median of the ratios of the rounds, not the ratio of the medians', () => {
    const samples = { ours: [10, 20, 90], theirs: [10, 10, 30] };
    expect(verdict({ ...ours, to: ['theirs'] }, samples, 'ms')?.ratio.median).toBe(2);
  });

  it('compares with the best of several: the most tasks, or the least time', () => {
    const samples = { ours: [8], slow: [2], fast: [4] };
    expect(verdict({ ...ours, to: ['slow', 'fast'] }, samples, 'tasks/s')?.to).toBe('fast');
    expect(verdict({ ...ours, to: ['slow', 'fast'] }, samples, 'ms')?.to).toBe('slow');
  });

  it('leaves a side that was skipped out of the choice', () => {
    const samples = { ours: [8], gone: [], there: [4] };
    expect(verdict({ ...ours, to: ['gone', 'there'] }, samples, 'ms')?.to).toBe('there');
  });

  it('is none where there is nothing to compare with', () => {
    expect(verdict({ ...ours, to: ['gone'] }, { ours: [8], gone: [] }, 'ms')).toBeNull();
    expect(verdict({ ...ours, to: ['there'] }, { ours: [], there: [4] }, 'ms')).toBeNull();
  });

  it('judges the value itself where nothing is named to compare it with', () => {
    const judged = verdict({ ...ours, to: [], target: { atMost: 1 } }, { ours: [0.5, 0.7, 0.6] }, '%');
    expect(judged).toMatchObject({ ratio: { median: 0.6 }, to: null, met: true });
  });

  it('has nothing to meet without a target', () => {
    expect(verdict({ ...ours, to: ['theirs'] }, { ours: [1], theirs: [1] }, 'ms')?.met).toBeNull();
  });
});

it('a target is met by the very value that it names', () => {
  expect(meets(2, { atLeast: 2 })).toBe(true);
  expect(meets(1.99, { atLeast: 2 })).toBe(false);
  expect(meets(1.2, { atMost: 1.2 })).toBe(true);
  expect(meets(1.21, { atMost: 1.2 })).toBe(false);
});
