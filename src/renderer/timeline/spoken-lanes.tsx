/** Says what has changed about the lanes. */
import { useStore } from 'zustand';
import { laneStore } from '../store';

export function SpokenLanes() {
  const said = useStore(laneStore, (lanes) => lanes.said);
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="spoken-lanes">
      {said}
    </p>
  );
}
