/** What must be known of a trace of another tool: what it lacks, what is derived, what was left out. */
import { tasksAreDerived } from '../derive/is-live';
import { factsStore } from '../store';
import { useThrottled } from '../store/throttled';
import { TruthBadge } from '../ui/truth-badge';
import './slice-details.css';

export function FileNotices() {
  const facts = useThrottled(factsStore);
  const { slices, table } = facts.data;
  const { notices } = slices;
  if (notices.length === 0) return null;
  const derives = tasksAreDerived(facts) && table.length > 0;
  return (
    <section className="file-notices" aria-label="About this file">
      <h2 className="inspector-title">About this file {derives && <TruthBadge method="tasks.trace" />}</h2>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </section>
  );
}
