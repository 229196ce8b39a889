import { describe, expect, it } from 'vitest';
import { PAGE, pagesAround } from '../../../../src/renderer/panels/bottom/results/pages';

describe('pages around what is in sight', () => {
  it('are whole', () => {
    expect(pagesAround(PAGE + 3, PAGE + 9, 10 * PAGE)).toEqual({ from: PAGE, to: 2 * PAGE });
    expect(pagesAround(PAGE - 1, PAGE, 10 * PAGE)).toEqual({ from: 0, to: 2 * PAGE });
  });

  it('end with the list', () => {
    expect(pagesAround(0, 5, 7)).toEqual({ from: 0, to: 7 });
  });

  it('are none for nothing', () => {
    expect(pagesAround(0, -1, 100)).toEqual({ from: 0, to: 0 });
    expect(pagesAround(0, 0, 0)).toEqual({ from: 0, to: 0 });
  });
});
