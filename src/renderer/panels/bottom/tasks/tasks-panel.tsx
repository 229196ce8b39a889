/** Every run of every task as a row: what the timeline shows, for whoever reads or hears it. The search narrows it down. */
import clsx from 'clsx';
import { useStore } from 'zustand';
import { formatCount } from '../../../../shared/format';
import { rowsWord } from '../../../derive/rows-word';
import { factsStore, viewStore } from '../../../store';
import type { Facts } from '../../../store/facts';
import { filterStore } from '../../../store/filter';
import { useThrottled } from '../../../store/throttled';
import { selectedRow } from '../../../store/view';
import { Button } from '../../../ui/button';
import { EmptyState } from '../empty-state';
import { selectRow } from '../select-row';
import { SelectGrid } from '../table/select-grid';
import { TaskCells } from './task-cells';
import { TASK_COLUMNS } from './task-columns';
import { useSorting } from './use-sorting';
import './tasks.css';

/** Browsers cannot lay out more rows than this; what is left out is said. */
const MOST_LISTED = 1_000_000;
/** In a longer table the first column is not pinned: so far down, layers of their own are drawn a pixel or two beside the rest. */
const MOST_PINNED = 250_000;

export function TasksPanel() {
  const facts = useThrottled(factsStore);
  if (facts.started === null) {
    return <EmptyState>Each task appears here when it is sent to a worker, with the time of every phase.</EmptyState>;
  }
  return <Tasks facts={facts} />;
}

function Tasks({ facts }: { readonly facts: Facts }) {
  const filter = useStore(filterStore);
  const { rows, sorting, unsorted, sortBy, sortAgain } = useSorting(facts, filter);
  const selectedOne = useStore(viewStore, selectedRow);
  const { length } = facts.data.table;
  const count = Math.min(rows.length, MOST_LISTED);
  const place = selectedOne === null ? null : rows.placeOf(selectedOne);
  return (
    <div className="bottom-panel">
      <div className="bottom-bar bottom-tasks-bar">
        <p className="bottom-note" data-testid="tasks-note">
          <span className="bottom-strong">
            {filter.matches === null ? formatCount(length) : `${formatCount(rows.length)} of ${formatCount(length)}`}
          </span>{' '}
          {rowsWord(facts)}
          {filter.matches !== null && ' match the search.'}
          {rows.length > count && ' The first 1,000,000 are listed.'}
        </p>
        {unsorted > 0 && <Button onClick={sortAgain}>Sort {formatCount(unsorted)} more</Button>}
        {filter.matches !== null && <Button onClick={() => filterStore.setText('')}>Show all</Button>}
      </div>
      {count === 0 ? (
        <EmptyState withKey={false}>
          {filter.matches === null
            ? 'No task has been sent to a worker so far.'
            : `No task matches “${filter.text.trim()}”.`}
        </EmptyState>
      ) : (
        <SelectGrid
          label="Tasks"
          testId="tasks-table"
          className={clsx('bottom-tasks', count <= MOST_PINNED && 'bottom-tasks-pinned')}
          columns={TASK_COLUMNS}
          count={count}
          selected={place !== null && place < count ? place : null}
          onSelect={(index) => selectRow(rows.at(index))}
          sorting={sorting}
          onSort={sortBy}
          renderCells={(index) => <TaskCells facts={facts} row={rows.at(index)} />}
        />
      )}
    </div>
  );
}
