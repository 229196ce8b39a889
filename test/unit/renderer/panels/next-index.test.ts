import { describe, expect, it } from 'vitest';
import { nextIndex } from '../../../../src/renderer/panels/bottom/table/next-index';

describe('keys in a list', () => {
  it('lead to the first row when nothing is selected', () => {
    expect(nextIndex('ArrowDown', -1, 5, 2)).toBe(0);
    expect(nextIndex('Enter', -1, 5, 2)).toBe(0);
  });

  it('stop at both ends', () => {
    expect(nextIndex('ArrowUp', 0, 5, 2)).toBe(0);
    expect(nextIndex('PageDown', 4, 5, 2)).toBe(4);
    expect(nextIndex('PageUp', 1, 5, 2)).toBe(0);
  });

  it('reach both ends at once', () => {
    expect(nextIndex('End', 0, 100_000, 8)).toBe(99_999);
    expect(nextIndex('Home', 70, 100_000, 8)).toBe(0);
  });

  it('are left alone when they are not for a list, or the list is empty', () => {
    expect(nextIndex(' ', 1, 5, 2)).toBeNull();
    expect(nextIndex('ArrowDown', -1, 0, 2)).toBeNull();
  });
});
