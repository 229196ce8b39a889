/** Selects the tasks that a mark stands for, and brings the last of them into view on the timeline. */
import { toast } from 'sonner';
import { formatCount } from '../../../../shared/format';
import { row as asRow } from '../../../../shared/units';
import { viewStore } from '../../../store';
import { timelineCommands } from '../../../timeline/commands';
import { selectRow } from '../select-row';

/** More are not selected: outlines of thousands would tell nothing. */
const MOST_SELECTED = 200;

/** @param add to what is selected already */
export function selectTasks(rows: readonly number[], add: boolean): void {
  const chosen = rows.slice(0, MOST_SELECTED).map(asRow);
  const [first] = chosen;
  if (first === undefined) return;
  const before = add ? viewStore.getState().selection : [];
  selectRow(first);
  // What is selected last is what the inspector shows.
  timelineCommands.selectAll([...new Set([...before, ...chosen.reverse()])]);
  if (rows.length > MOST_SELECTED) {
    toast(`${MOST_SELECTED} of ${formatCount(rows.length)} tasks are selected.`);
  }
}
