/** Which workers a drag over some lanes takes in. */
import type { Layout } from './layout';
import type { Frame } from './track';

/**
 * @param fromY where the drag began; outside the lanes it takes all workers
 * @returns indexes of workers; null: all
 */
export function workersBetween(frame: Frame, layout: Layout, fromY: number, toY: number): readonly number[] | null {
  const { lanesTop, lanesBottom } = layout;
  if (fromY < lanesTop || fromY >= lanesBottom) return null;
  const low = Math.min(fromY, toY);
  const high = Math.max(fromY, toY);
  const touched = layout.lanes.filter(({ track, top }) => top <= high && top + track.height > low);
  const workers = touched.map(({ track }) => track.workers(frame));
  // Lines of chunks belong to no worker.
  return workers.includes(null) ? null : workers.flatMap((some) => some ?? []);
}
