/** Whether a run is a trace without a pool: nothing of calls, workers or tasks can be said of it. */
import type { Facts } from '../../store/facts';

export const isSlicesOnly = ({ data: { table, slices, workers } }: Pick<Facts, 'data'>): boolean =>
  table.length === 0 && workers.length === 0 && slices.lanes.length + slices.counters.length > 0;
