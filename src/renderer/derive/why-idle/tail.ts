/** The tail of a run: from when its last chunk was taken until the last worker is done. */
import { nanos } from '../../../shared/units';
import type { Facts } from '../../store/facts';
import type { Evidence } from '../../store/view';
import { WORK_PARTS } from '../lane-index';
import { NO_ROW } from '../row-cursor';
import { runExtent } from '../run-extent';
import type { RunIndex } from '../run-index';

/** When the last chunk was taken from the queue, as far as is known; infinite before the first. */
export function tailBegin({ data: { table } }: Facts): number {
  const { argsSent, argsDumpsBegin } = table.columns;
  const last = table.length - 1;
  // An argument that could not be pickled was never sent.
  return argsSent[last] || argsDumpsBegin[last] || Number.POSITIVE_INFINITY;
}

/** The chunk that a worker was last at. */
export interface LastChunk extends Evidence {
  readonly worker: number;
  /** The task of it that it was last at. */
  readonly row: number;
}

/** The last chunk of a worker; null: it never had one. */
export function lastChunkOf(facts: Facts, index: RunIndex, worker: number): LastChunk | null {
  const lane = index.lanes[worker];
  if (lane === undefined) return null;
  const current = lane.current();
  const row = current !== NO_ROW ? current : (lane.rows.array[lane.rows.length - 1] ?? NO_ROW);
  if (row === NO_ROW || (current === NO_ROW && lane.rows.length === 0)) return null;
  const { endNs } = runExtent(facts);
  const end = current !== NO_ROW ? endNs : (lane.work.momentsOf(lane.work.length - 1)[lane.work.parts] ?? endNs);
  const first = lane.chunkFirsts.array[lane.chunkFirsts.length - 1] ?? row;
  const begin = lane.beginOf(first <= row ? first : row);
  return { worker, row, startNs: nanos(Math.min(begin, end)), endNs: nanos(end) };
}

/** When the last worker was done with its last task. */
export function lastWorkEnd(facts: Facts, index: RunIndex): number {
  let end = 0;
  for (const lane of index.lanes) {
    if (lane === undefined) continue;
    if (lane.current() !== NO_ROW) return facts.data.workers[lane.worker]?.exit?.at ?? runExtent(facts).endNs;
    if (lane.work.length > 0) end = Math.max(end, lane.work.momentsOf(lane.work.length - 1)[lane.work.parts] ?? 0);
  }
  return end;
}

/** Mean time that workers were at a chunk; NaN before the first has come back. */
export function meanChunkNs({ lanes }: RunIndex): number {
  let time = 0;
  let count = 0;
  for (const lane of lanes) {
    if (lane === undefined) continue;
    for (const part of Object.values(WORK_PARTS)) time += lane.work.total(part);
    count += lane.chunks.length;
  }
  return count === 0 ? Number.NaN : time / count;
}
