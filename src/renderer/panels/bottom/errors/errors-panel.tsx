/** Tasks that failed or were lost, with what they said and where: the worker's own stack. */
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { factsStore, viewStore } from '../../../store';
import type { Facts } from '../../../store/facts';
import { useThrottled } from '../../../store/throttled';
import { selectedRow } from '../../../store/view';
import { EmptyState } from '../empty-state';
import { pagesAround } from '../results/pages';
import { usePreviews } from '../results/use-previews';
import { selectRow } from '../select-row';
import { SelectGrid } from '../table/select-grid';
import { ERROR_COLUMNS, ErrorCells } from './error-cells';
import { ErrorDetail } from './error-detail';
import { errorsNote } from './errors-note';
import { failuresOf } from './failures';

export function ErrorsPanel() {
  const facts = useThrottled(factsStore);
  if (facts.started === null) {
    return <EmptyState>Tasks that fail or are lost appear here with the worker's own stack.</EmptyState>;
  }
  return <Errors facts={facts} />;
}

function Errors({ facts }: { facts: Facts }) {
  const { rows } = failuresOf(facts);
  const selectedOne = useStore(viewStore, selectedRow);
  const previews = usePreviews(facts);
  const [seen, setSeen] = useState({ first: 0, last: -1 });
  const look = useCallback((first: number, last: number) => setSeen({ first, last }), []);
  const { from, to } = pagesAround(seen.first, seen.last, rows.length);

  useEffect(() => {
    const { task } = facts.data.table.columns;
    previews.want(Array.from({ length: to - from }, (_, offset) => task[rows.at(from + offset)] ?? 0));
  }, [previews, facts, rows, from, to]);

  const note = errorsNote(facts);
  if (rows.length === 0) {
    return (
      <div className="bottom-panel">
        {note !== '' && <p className="bottom-note">{note}</p>}
        <EmptyState withKey={false}>
          {facts.ended === null ? 'No task has failed so far.' : 'No task failed in this run.'}
        </EmptyState>
      </div>
    );
  }
  const selected = selectedOne === null ? null : rows.placeOf(selectedOne);
  return (
    <div className="bottom-panel">
      {note !== '' && <p className="bottom-note">{note}</p>}
      <div className="bottom-split">
        <SelectGrid
          label="Errors"
          testId="errors-table"
          columns={ERROR_COLUMNS}
          count={rows.length}
          selected={selected}
          onSelect={(index) => selectRow(rows.at(index))}
          onWindow={look}
          renderCells={(index) => <ErrorCells facts={facts} row={rows.at(index)} previews={previews} />}
        />
        <ErrorDetail facts={facts} row={selected === null ? null : rows.at(selected)} />
      </div>
    </div>
  );
}
