import { describe, expect, it } from 'vitest';
import { clockText, paceText, workshopTime } from '../../../../src/renderer/derive/workshop-time';

const MINUTE = 60_000;

describe('the time of a workshop', () => {
  it('is on time as long as steps take what was planned for them', () => {
    const time = workshopTime([5, 10, 5], [5 * MINUTE, 4 * MINUTE, 0], 1);
    expect(time).toEqual({
      spent: 4 * MINUTE,
      planned: 10 * MINUTE,
      allSpent: 9 * MINUTE,
      allPlanned: 20 * MINUTE,
      behind: 0,
    });
  });

  it('is behind by what a step took longer, and ahead by what one took less', () => {
    expect(workshopTime([5, 10], [8 * MINUTE, 0], 1).behind).toBe(3 * MINUTE);
    expect(workshopTime([5, 10], [2 * MINUTE, 1 * MINUTE], 1).behind).toBe(-3 * MINUTE);
    expect(workshopTime([5, 10], [7 * MINUTE, 0], 0).behind).toBe(2 * MINUTE);
  });

  it('counts a step that was gone back from', () => {
    expect(workshopTime([5, 10], [5 * MINUTE, 2 * MINUTE], 0).behind).toBe(2 * MINUTE);
  });
});

it('a clock has minutes and seconds, and no hours', () => {
  expect([0, 7_999, 61_000, 75 * MINUTE, -5].map(clockText)).toEqual(['0:00', '0:07', '1:01', '75:00', '0:00']);
});

it('the pace is told in whole minutes', () => {
  expect([0, 59_000, -59_000, 61_000, -3 * MINUTE].map(paceText)).toEqual([
    'on time',
    'on time',
    'on time',
    '1 min behind',
    '3 min ahead',
  ]);
});
