/** What must be known of a trace of another tool: what it lacks, what is derived, what was left out. */
import { factsStore } from '../store';
import { useThrottled } from '../store/throttled';
import { TruthBadge } from '../ui/truth-badge';
import './slice-details.css';

export function FileNotices() {
  const { started, data } = useThrottled(factsStore);
  const { notices } = data.slices;
  if (notices.length === 0) return null;
  const derives = started?.source.kind === 'file' && started.source.format === 'viztracer' && data.table.length > 0;
  return (
    <section className="file-notices" aria-label="About this file">
      <h2 className="inspector-title">About this file {derives && <TruthBadge kind="derived" />}</h2>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </section>
  );
}
