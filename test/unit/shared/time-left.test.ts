import { expect, test } from 'vitest';
import { progressWords, timeLeft } from '../../../src/shared/time-left';

test.each([
  [0.5, 10_000, '10\u2009s left'],
  [0.25, 10_100, '31\u2009s left'],
  [0.1, 20_000, '3\u2009min 00\u2009s left'],
  [1, 5000, '0\u2009s left'],
  [0.01, 5000, null],
  [0.5, 500, null],
])('of work of which %f took %i ms is told how long the rest takes', (share, elapsedMs, words) => {
  expect(timeLeft(share, elapsedMs)).toBe(words);
});

test('of a video is told which frame of how many is done', () => {
  expect(progressWords(0.5, { done: 300, total: 1600 }, 10_000)).toBe('frame 300 of 1,600, 10\u2009s left');
  expect(progressWords(0.001, null, 10)).toBe('');
});
