/** What is under the pointer on a worker's lane. */
import { formatDuration } from '../../../shared/format';
import type { LaneIndex } from '../../derive/lane-index';
import { NO_ROW } from '../../derive/row-cursor';
import { LaneGaps } from '../../derive/why-idle/lane-gaps';
import { SHORT_NS } from '../../derive/why-idle/short-gap';
import type { LaneBands } from '../lane-bands';
import { type Frame, GUTTER, type Hit } from '../track';
import { lastKnown } from './worker-spans';

/** How far from a span the pointer may be, in CSS pixels. */
const REACH = 3;

export function hitWorker(x: number, y: number, frame: Frame, worker: number, { flights }: LaneBands): Hit | null {
  const record = frame.facts.data.workers[worker];
  if (record === undefined || x < GUTTER) return null;
  const at = frame.scale.toNs(x);
  const lane = frame.index.lanes[worker];
  if (lane !== undefined) {
    const flying = flights !== null && y >= flights.from - 1 ? hitFlight(frame, lane, at) : null;
    const task = flying ?? hitTask(frame, lane, at);
    if (task !== null) return task;
  }
  const gap = LaneGaps.of(frame.facts, frame.index, worker)?.at(at) ?? null;
  const ask = gap !== null && gap.endNs - gap.startNs >= SHORT_NS ? ': click to ask why' : '';
  const say = (text: string): Hit => {
    const told = { row: null, merged: 0, text: `${record.pid ?? 'worker'} ${text}` };
    return gap === null ? told : { ...told, gap };
  };
  const end = lastKnown(frame, worker);
  const reach = REACH * 2 * frame.scale.nsPerPx;
  if (record.exit?.kind === 'crashed' && Math.abs(at - record.exit.at) < reach) {
    return say(`crashed (${record.exit.signal ?? `exit code ${record.exit.code ?? 'unknown'}`})`);
  }
  if (gap === null) return null;
  const length = formatDuration(gap.endNs - gap.startNs);
  if (at > end) return say(`gone for ${length}${ask}`);
  if (at < (record.readyAt ?? Number.POSITIVE_INFINITY)) return say(`booting for ${length}${ask}`);
  if (record.exitingAt !== null && at >= record.exitingAt) return say('exiting');
  return say(`idle for ${length}${ask}`);
}

/** The task at a moment, and how many share its pixel. */
export function hitTask(frame: Frame, lane: LaneIndex, at: number): Hit | null {
  const { work, rows } = lane;
  const { nsPerPx } = frame.scale;
  const from = work.firstEndingAfter(at - nsPerPx / 2);
  const to = work.firstEndingAfter(at + nsPerPx / 2);
  if (to - from > 1) return { row: rows.array[from + ((to - from) >> 1)] ?? 0, merged: to - from + 1, text: '' };
  let best = NO_ROW;
  let nearest = REACH * nsPerPx;
  for (let span = Math.max(0, from - 1); span < Math.min(rows.length, from + 3); span++) {
    const moments = work.momentsOf(span);
    const distance = Math.max((moments[0] ?? 0) - at, at - (moments[work.parts] ?? 0), 0);
    if (distance < nearest) [best, nearest] = [rows.array[span] ?? 0, distance];
  }
  const current = lane.current();
  if (current !== NO_ROW && at >= lane.beginOf(current) - nearest) {
    if (at <= lastKnown(frame, frame.facts.data.table.columns.worker[current] ?? 0)) best = current;
  }
  return best === NO_ROW ? null : { row: best, merged: 1, text: '' };
}

/** The chunk whose message is on its way at a moment. */
export function hitFlight(frame: Frame, lane: LaneIndex, at: number): Hit | null {
  const { argsSent, argsReceived, resultSent, resultReceived, worker } = frame.facts.data.table.columns;
  const reach = REACH * frame.scale.nsPerPx;
  const from = lane.chunks.firstEndingAfter(at - reach);
  for (let chunk = from; chunk < lane.chunkFirsts.length; chunk++) {
    const row = lane.chunkFirsts.array[chunk] ?? 0;
    if ((argsSent[row] ?? 0) > at + reach) return null;
    const out = at <= (argsReceived[row] || lastKnown(frame, worker[row] ?? 0)) + reach;
    const back = at >= (resultSent[row] ?? Number.NaN) - reach && at <= (resultReceived[row] ?? Number.NaN) + reach;
    if (out || back) return { row, merged: 1, text: '' };
  }
  return null;
}
