/** The chaos bench: the scenario in the form, under the same faults, once for each policy. */
import { useStore } from 'zustand';
import { EmptyState } from '../../panels/bottom/empty-state';
import { chaosStore } from '../../store/chaos';
import { ChaosForm } from './chaos-form';
import { ChaosTable } from './chaos-table';
import { PolicyBars } from './policy-bars';
import './chaos.css';

const NOTE =
  'Faults come after so many tasks, drawn from the seed: the same for each policy. A repeated task began again on another worker, so it may run twice. Counts and wall are measured, time lost is derived from them.';

export function ChaosView() {
  const progress = useStore(chaosStore, (state) => state.progress);
  return (
    <div className="chaos-view">
      <ChaosForm />
      {progress === null ? (
        <EmptyState withKey={false}>
          Runs the scenario without faults, then with the same faults under each policy: what was delivered, what
          failed, what was lost, and how long it took.
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="bottom-scroll" aria-label="Policies" tabIndex={0}>
          <ChaosTable rows={progress.rows} />
          <PolicyBars rows={progress.rows} />
          <p className="bottom-note">{NOTE}</p>
        </section>
      )}
    </div>
  );
}
