/** What stands at the right: everything about what is pointed out on the timeline, the latest kind on top. */
import { useStore } from 'zustand';
import { viewStore } from '../store';
import { AdviceSection } from './advice-section';
import { Comparison } from './comparison';
import { IdleSection } from './idle-section';
import { NotesSection } from './notes-section';
import { RangeSection } from './range-section';
import { TaskDetails } from './task-details';
import './inspector.css';

export function Inspector() {
  const selection = useStore(viewStore, (view) => view.selection);
  const [row] = selection;
  return (
    <aside className="app-panel inspector" aria-label="Inspector">
      <IdleSection />
      <RangeSection />
      <AdviceSection />
      <h2 id="inspector-title" className="inspector-title">
        {selection.length > 1 ? 'Tasks' : 'Task'}
      </h2>
      {row === undefined ? (
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
