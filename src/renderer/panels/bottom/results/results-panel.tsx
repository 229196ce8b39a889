/** Results in the order in which the caller got them, live. Only what is in sight is fetched and rendered. */
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { factsStore, viewStore } from '../../../store';
import type { Facts } from '../../../store/facts';
import { useThrottled } from '../../../store/throttled';
import { selectedRow } from '../../../store/view';
import { EmptyState } from '../empty-state';
import { selectRow } from '../select-row';
import { SelectGrid } from '../table/select-grid';
import { pagesAround } from './pages';
import { RESULT_COLUMNS, ResultCells } from './result-cells';
import { orderOf, resultOrderOf } from './result-order';
import { resultsNote } from './results-note';
import { usePreviews } from './use-previews';

/** Browsers cannot lay out more rows than this; what is left out is said. */
const MOST_LISTED = 1_000_000;

export function ResultsPanel() {
  const facts = useThrottled(factsStore);
  if (facts.started === null) {
    return <EmptyState>Each result appears here when it is delivered, in the order of delivery.</EmptyState>;
  }
  return <Results facts={facts} />;
}

function Results({ facts }: { facts: Facts }) {
  const { rows } = resultOrderOf(facts);
  const selectedOne = useStore(viewStore, selectedRow);
  const previews = usePreviews(facts);
  const [seen, setSeen] = useState({ first: 0, last: -1 });
  const look = useCallback((first: number, last: number) => setSeen({ first, last }), []);
  const count = Math.min(rows.length, MOST_LISTED);
  const { from, to } = pagesAround(seen.first, seen.last, count);

  useEffect(() => {
    const { task } = facts.data.table.columns;
    previews.want(Array.from({ length: to - from }, (_, offset) => task[rows.at(from + offset)] ?? 0));
  }, [previews, facts, rows, from, to]);

  const note = resultsNote(facts);
  const selected = selectedOne === null ? null : rows.placeOf(selectedOne);
  return (
    <div className="bottom-panel">
      <p className="bottom-note" data-testid="results-note">
        <span className="bottom-strong">{note.count}</span> {note.reason}
        {rows.length > count && ' The first 1,000,000 are listed.'}
      </p>
      <SelectGrid
        label="Results"
        testId="results-table"
        columns={RESULT_COLUMNS}
        count={count}
        selected={selected !== null && selected < count ? selected : null}
        onSelect={(index) => selectRow(rows.at(index))}
        onWindow={look}
        followEnd={facts.started !== null && orderOf(facts.started.scenario) !== 'at once'}
        renderCells={(index) => {
          const row = rows.at(index);
          const preview = previews.get(facts.data.table.columns.task[row] ?? 0);
          return <ResultCells facts={facts} position={index} row={row} preview={preview} />;
        }}
      />
    </div>
  );
}
