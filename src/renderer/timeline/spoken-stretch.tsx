/** Says how long what is measured is, and what a range that has come to rest holds. */
import { useStore } from 'zustand';
import { formatCount, formatDuration } from '../../shared/format';
import { countInRange } from '../derive/rows-in-range';
import { factsStore, viewStore } from '../store';
import type { Facts } from '../store/facts';
import type { Range } from '../store/view';
import { measureText } from './overlays/measure';

export function SpokenStretch() {
  const measure = useStore(viewStore, (view) => view.measure);
  const range = useStore(viewStore, (view) => (view.rangeMoves ? null : view.range));
  const facts = factsStore.getState();
  const measured = measure === null ? '' : `Measured ${measureText({ facts, view: { measure }, nowNs: facts.now })}`;
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="spoken-stretch">
      {measured !== '' || range === null ? measured : rangeWords(facts, range)}
    </p>
  );
}

/** `Range of 443 ms, 29 tasks ran in all workers`. */
export function rangeWords(facts: Facts, range: Range): string {
  const where = range.workers === null ? 'all workers' : `${formatCount(range.workers.length)} workers`;
  const tasks = formatCount(countInRange(facts, range));
  return `Range of ${formatDuration(range.endNs - range.startNs)}, ${tasks} tasks ran in ${where}`;
}
