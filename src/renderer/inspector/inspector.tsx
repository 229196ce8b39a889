/** What stands at the right: everything about what is pointed out on the timeline, the latest kind on top. */
import { TaskDetails } from './task-details';
import './inspector.css';

export function Inspector() {
  return (
    <aside className="app-panel inspector" aria-label="Inspector">
      <h2 id="inspector-title" className="inspector-title">
        Task
      </h2>
      <TaskDetails />
    </aside>
  );
}
