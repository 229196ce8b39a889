/** What stands at the right: everything about what is pointed out on the timeline, the latest kind on top. */
import { useStore } from 'zustand';
import { isSlicesOnly } from '../derive/slices/is-slices-only';
import { WholeRun } from '../playback/whole-run';
import { factsStore, viewStore } from '../store';
import { useThrottled } from '../store/throttled';
import { AdviceSection } from './advice-section';
import { BesideGap, BesideTask } from './beside-task';
import { Comparison } from './comparison';
import { FileNotices } from './file-notices';
import { IdleSection } from './idle-section';
import { NotesSection } from './notes-section';
import { RangeSection } from './range-section';
import { SliceDetails } from './slice-details';
import { TaskDetails } from './task-details';
import './inspector.css';

export function Inspector() {
  const selection = useStore(viewStore, (view) => view.selection);
  const slice = useStore(viewStore, (view) => view.slice);
  const facts = useThrottled(factsStore);
  const slicesOnly = isSlicesOnly(facts);
  const [row] = selection;
  return (
    <aside className="app-panel inspector" aria-label="Inspector">
      <FileNotices />
      <BesideGap />
      <BesideTask />
      <IdleSection />
      <RangeSection />
      {!slicesOnly && <AdviceSection />}
      <h2 id="inspector-title" className="inspector-title">
        {slice !== null || slicesOnly ? 'Slice' : selection.length > 1 ? 'Tasks' : 'Task'} <WholeRun />
      </h2>
      {slice !== null ? (
        <SliceDetails slice={slice} />
      ) : row === undefined && facts.data.slices.count > 0 ? (
        <p className="task-empty">
          Click a slice to see what it is, how long it took and what else is known of it. Arrow keys go from slice to
          slice.{!slicesOnly && ' Click a task in a worker’s lane to see its journey.'}
        </p>
      ) : row === undefined ? (
        <p className="task-empty">
          Click a task on the timeline to see its journey. Ctrl-click or Shift-click more to compare them. Click a gap
          between tasks to ask why its worker was idle.
        </p>
      ) : selection.length > 1 ? (
        <Comparison rows={selection} />
      ) : (
        <TaskDetails row={row} />
      )}
      <NotesSection />
    </aside>
  );
}
