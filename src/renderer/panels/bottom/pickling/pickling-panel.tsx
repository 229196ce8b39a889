/** What crossing the boundary between processes costs, live. */
import { isLoop } from '../../../../shared/scenario';
import { factsStore } from '../../../store';
import { useThrottled } from '../../../store/throttled';
import { EmptyState } from '../empty-state';
import { picklingFigures } from './pickling-figures';
import { PicklingTable } from './pickling-table';
import { ShareFigure } from './share-figure';

export function PicklingPanel() {
  const facts = useThrottled(factsStore);
  if (facts.started === null) {
    return <EmptyState>Bytes and times of every argument and result appear here as they cross over.</EmptyState>;
  }
  const figures = picklingFigures(facts);
  return (
    <div className="bottom-panel">
      <ShareFigure figures={figures} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="bottom-scroll" aria-label="Pickling, out and back" tabIndex={0}>
        <PicklingTable {...figures} />
        <p className="bottom-note">
          {isLoop(facts.started.scenario?.engine)
            ? 'A loop pickles nothing: its tasks never leave the process.'
            : "In flight: from sent to received, waiting in a busy worker's pipe included."}
        </p>
      </section>
    </div>
  );
}
