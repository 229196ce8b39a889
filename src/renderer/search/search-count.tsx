/** How many tasks match, and which of them is selected. */
import clsx from 'clsx';
import { useStore } from 'zustand';
import { formatCount } from '../../shared/format';
import { lowerBound } from '../derive/binary-search';
import { rowsWord } from '../derive/rows-word';
import { sliceMatches } from '../derive/slices/slice-search';
import { factsStore, viewStore } from '../store';
import { filterStore, type Matches } from '../store/filter';
import { useThrottled } from '../store/throttled';
import { selectedRow } from '../store/view';

export function SearchCount() {
  const matches = useStore(filterStore, (filter) => filter.matches);
  const text = useStore(filterStore, (filter) => filter.text);
  const selected = useStore(viewStore, selectedRow);
  const facts = useThrottled(factsStore);
  const { length } = facts.data.table;
  const slices = sliceMatches(facts.data.slices, text);
  const place = matches === null || selected === null ? null : placeAmong(matches, selected);
  return (
    <p className="search-count" aria-live="polite" aria-atomic="true" data-testid="search-count">
      {slices !== null && (
        <>
          {formatCount(slices.count)} {slices.count === 1 ? 'slice' : 'slices'}
          {matches !== null && length > 0 && ' · '}
        </>
      )}
      {matches !== null && (length > 0 || slices === null) && (
        <>
          {place !== null && (
            <>
              <span className="visually-hidden">match </span>
              {formatCount(place + 1)}
              <span className="search-long"> · </span>
              <span className="search-short" aria-hidden="true">
                {' / '}
              </span>
            </>
          )}
          {formatCount(matches.length)}
          <span className={clsx('search-of', place !== null && 'search-long')}>
            {' '}
            of {formatCount(length)} <span className="search-long">{rowsWord(facts)}</span>
          </span>
        </>
      )}
    </p>
  );
}

function placeAmong(matches: Matches, row: number): number | null {
  return matches.has(row) ? lowerBound(matches.rows, matches.length, row) : null;
}
