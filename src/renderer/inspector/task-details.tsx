/** The inspector: the journey of the selected task, there and back, with the time and size of every phase. */
import { useStore } from 'zustand';
import { formatBytes, formatDuration } from '../../shared/format';
import { taskFacts } from '../derive/task-facts';
import { factsStore, viewStore } from '../store';
import { useThrottled } from '../store/throttled';
import { selectedRow } from '../store/view';
import { PhaseTable } from '../timeline/phase-table';
import { TaskHeading } from '../timeline/task-heading';
import { JourneyStrip } from './journey-strip';

export function TaskDetails() {
  const selected = useStore(viewStore, selectedRow);
  // Until it is delivered a task changes with each batch of news.
  const { data } = useThrottled(factsStore);
  const task = selected === null ? null : taskFacts(data, selected);
  if (task === null) return <p className="task-empty">Click a task on the timeline to see its journey.</p>;
  const total = task.phases.reduce((sum, { nanos }) => sum + nanos, 0);
  return (
    <section className="task-details" aria-label={`Task ${task.task}`}>
      <TaskHeading task={task} />
      <JourneyStrip columns={data.table.columns} row={task.row} />
      <PhaseTable phases={task.phases} />
      <dl className="task-sums">
        <dt>From submit to delivery</dt>
        <dd>{formatDuration(total)}</dd>
        <dt>Argument, pickled</dt>
        <dd>{formatBytes(task.argsBytes)}</dd>
        <dt>Result, pickled</dt>
        <dd>{formatBytes(task.resultBytes ?? Number.NaN)}</dd>
      </dl>
    </section>
  );
}
