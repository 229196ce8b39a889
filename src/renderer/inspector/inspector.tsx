/** What stands at the right: everything about what is pointed out on the timeline, the latest kind on top. */
import { useStore } from 'zustand';
import { viewStore } from '../store';
import { selectedRow } from '../store/view';
import { AdviceSection } from './advice-section';
import { IdleSection } from './idle-section';
import { NotesSection } from './notes-section';
import { RangeSection } from './range-section';
import { TaskDetails } from './task-details';
import './inspector.css';

export function Inspector() {
  const row = useStore(viewStore, selectedRow);
  return (
    <aside className="app-panel inspector" aria-label="Inspector">
      <IdleSection />
      <RangeSection />
      <AdviceSection />
      <h2 id="inspector-title" className="inspector-title">
        Task
      </h2>
      {row === null ? (
        <p className="task-empty">Click a task on the timeline to see its journey.</p>
      ) : (
        <TaskDetails row={row} />
      )}
      <NotesSection />
    </aside>
  );
}
