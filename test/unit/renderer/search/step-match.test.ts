import { describe, expect, it } from 'vitest';
import { MatchSet, NO_MATCH } from '../../../../src/renderer/derive/search/match-set';
import { createRecentSearches } from '../../../../src/renderer/search/recent-searches';
import { neighbour } from '../../../../src/renderer/search/step-match';

function matches(...rows: number[]) {
  const set = new MatchSet();
  for (const row of rows) set.set(row, true);
  const orNull = (row: number): number | null => (row === NO_MATCH ? null : row);
  return {
    rows: set.rows(),
    length: set.count,
    revision: 1,
    has: (row: number) => set.has(row),
    after: (row: number) => orNull(set.after(row)),
    before: (row: number) => orNull(set.before(row)),
  };
}

describe('going from match to match', () => {
  it('begins at the nearest end while nothing is selected', () => {
    expect(neighbour(matches(3, 40, 700), null, 'next')).toBe(3);
    expect(neighbour(matches(3, 40, 700), null, 'previous')).toBe(700);
  });

  it('goes on from the row that is selected, whether it matches or not', () => {
    expect(neighbour(matches(3, 40, 700), 3, 'next')).toBe(40);
    expect(neighbour(matches(3, 40, 700), 39, 'next')).toBe(40);
    expect(neighbour(matches(3, 40, 700), 40, 'previous')).toBe(3);
    expect(neighbour(matches(3, 40, 700), 41, 'previous')).toBe(40);
  });

  it('begins again at the other end', () => {
    expect(neighbour(matches(3, 40, 700), 700, 'next')).toBe(3);
    expect(neighbour(matches(3, 40, 700), 3, 'previous')).toBe(700);
    expect(neighbour(matches(3), 3, 'next')).toBe(3);
  });

  it('leads nowhere where nothing matches', () => {
    expect(neighbour(matches(), 5, 'next')).toBeNull();
    expect(neighbour(matches(), null, 'previous')).toBeNull();
  });
});

describe('recent searches', () => {
  it('are the latest eight, each once, the latest first', () => {
    const recent = createRecentSearches();
    for (const text of ['failed', ' lost ', '', '  ', 'failed', '1', '2', '3', '4', '5', '6', '7']) recent.add(text);
    expect(recent.getState()).toEqual(['7', '6', '5', '4', '3', '2', '1', 'failed']);
  });
});
