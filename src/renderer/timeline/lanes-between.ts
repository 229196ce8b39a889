/** Which workers a drag over some lanes takes in. */
import type { Layout } from './layout';

/**
 * @param fromY where the drag began; outside the lanes it takes all workers
 * @returns indexes of workers; null: all
 */
export function workersBetween(layout: Layout, fromY: number, toY: number): readonly number[] | null {
  const { lanesTop, lanesBottom } = layout;
  if (fromY < lanesTop || fromY >= lanesBottom) return null;
  const low = Math.min(fromY, toY);
  const high = Math.max(fromY, toY);
  return layout.lanes.flatMap(({ track, top }) => {
    const touched = top <= high && top + track.height > low;
    return touched && 'worker' in track && typeof track.worker === 'number' ? [track.worker] : [];
  });
}
