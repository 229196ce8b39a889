/** What stands at the right: everything about what is pointed out on the timeline, the latest kind on top. */
import { IdleSection } from './idle-section';
import { RangeSection } from './range-section';
import { TaskDetails } from './task-details';
import './inspector.css';

export function Inspector() {
  return (
    <aside className="app-panel inspector" aria-label="Inspector">
      <IdleSection />
      <RangeSection />
      <h2 id="inspector-title" className="inspector-title">
        Task
      </h2>
      <TaskDetails />
    </aside>
  );
}
