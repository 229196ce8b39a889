import { describe, expect, it } from 'vitest';
import { type Mark, markAt, markTowards } from '../../../../../src/renderer/panels/bottom/charts/marks';

const mark = (key: string, x: number, y: number, width = 10, height = 10): Mark => ({
  key,
  x,
  y,
  width,
  height,
  text: () => key,
  rows: () => [],
});

describe('pointing at a mark', () => {
  const marks = [mark('a', 0, 0), mark('b', 20, 0), mark('over b', 22, 2, 2, 2)];

  it('finds the one under the pointer, the topmost where they overlap', () => {
    expect(markAt(marks, 5, 5)).toBe(0);
    expect(markAt(marks, 23, 3)).toBe(2);
    expect(markAt(marks, 28, 8)).toBe(1);
  });

  it('finds the nearest close by, and nothing far away', () => {
    expect(markAt(marks, 13, 5)).toBe(0);
    expect(markAt(marks, 17, 5)).toBe(1);
    expect(markAt(marks, 60, 60)).toBe(-1);
    expect(markAt([], 0, 0)).toBe(-1);
  });
});

describe('going from mark to mark', () => {
  //  a b
  //  c   d
  const marks = [mark('a', 0, 0), mark('b', 20, 0), mark('c', 0, 20), mark('d', 40, 22)];

  it('leads to the next one that way', () => {
    expect(markTowards(marks, 0, 'ArrowRight')).toBe(1);
    expect(markTowards(marks, 0, 'ArrowDown')).toBe(2);
    expect(markTowards(marks, 2, 'ArrowRight')).toBe(3);
    expect(markTowards(marks, 3, 'ArrowUp')).toBe(1);
    expect(markTowards(marks, 1, 'ArrowLeft')).toBe(0);
  });

  it('begins at the first, stays at an edge, and knows Home and End', () => {
    expect(markTowards(marks, -1, 'ArrowRight')).toBe(0);
    expect(markTowards(marks, 0, 'ArrowLeft')).toBe(0);
    expect(markTowards(marks, 2, 'Home')).toBe(0);
    expect(markTowards(marks, 0, 'End')).toBe(3);
    expect(markTowards(marks, 0, 'x')).toBe(-1);
    expect(markTowards([], -1, 'ArrowRight')).toBe(-1);
  });

  it('passes those that lie in the same place one by one', () => {
    const same = [mark('a', 0, 0), mark('b', 0, 0), mark('c', 0, 0), mark('d', 9, 0)];
    expect(markTowards(same, 0, 'ArrowRight')).toBe(1);
    expect(markTowards(same, 1, 'ArrowRight')).toBe(2);
    expect(markTowards(same, 2, 'ArrowRight')).toBe(3);
    expect(markTowards(same, 3, 'ArrowLeft')).toBe(2);
    expect(markTowards(same, 2, 'ArrowLeft')).toBe(1);
    expect(markTowards(same, 0, 'ArrowLeft')).toBe(0);
  });
});
