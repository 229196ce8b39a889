/** The lane of a slot: the processes that had it, one after the other, with boot and crash between them. */
import { laneWord } from '../../../shared/worker-words';
import { workerStateAt } from '../../derive/as-of/worker-state-at';
import type { SlotLane, SlotLanes } from '../../derive/slot-lanes';
import { workerState } from '../../derive/worker-state';
import { workerLaneTruth } from '../../truth/lane-truth';
import { hasHappened, knownRight } from '../as-of';
import { drawGutter, drawLabel, monoFont } from '../labels';
import { type LaneBands, laneBands } from '../lane-bands';
import { drawFolded, drawStateMark } from '../marks';
import { rasterSpans, type StripGrid } from '../span-raster';
import { type Context2D, type Frame, GUTTER, type LaneTrack } from '../track';
import { drawCrash, drawFailures, drawNumbers, drawOutlines } from './lane-marks';
import { nearestWorkerEdge } from './worker-edges';
import { hitTask, hitWorker } from './worker-hit';
import { bandOf, drawLife, rasterLane } from './worker-raster';

const CRASH_SPACING = 10;
const CHARACTER = 7.25;
const TAG_HEIGHT = 14;

export function slotTrack(slots: SlotLanes, key: number, height: number): LaneTrack {
  const bands = laneBands(height);
  const workersOf = (): readonly number[] => {
    const members = slots.get(key)?.workers;
    return members === undefined ? [] : [...members.array.subarray(0, members.length)];
  };
  const track: LaneTrack = {
    id: `slot-${key}`,
    truth: workerLaneTruth,
    key,
    height,
    bands,
    owns: (row) => slots.keyOf(row) === key,
    workers: workersOf,
    showsWorker: (worker, { facts }) => facts.data.workers[worker]?.slot === key,
    draw(ctx, frame, top) {
      const slot = slots.get(key);
      if (slot === undefined) return;
      const { lane } = slot;
      let lives: readonly number[] = [];
      const wide = rasterLane(ctx, frame, top, bands, lane, (grid) => {
        lives = drawLives(frame, grid, bands, slot);
      });
      drawNumbers(ctx, frame, top, bands, lane, wide);
      drawFailures(ctx, frame, top, bands, lane);
      drawOutlines(ctx, frame, top, track, lane);
      drawCrashes(ctx, frame, top, bands, slot);
      for (const life of lives) drawPid(ctx, frame, top, bands, slot.workers.array[life] ?? 0);
      drawSlotLabel(ctx, frame, top, key, slot, bands);
    },
    hit(x, y, frame) {
      const slot = slots.get(key);
      if (slot === undefined || x < GUTTER) return null;
      const at = frame.scale.toNs(x);
      const task = hitTask(frame, slot.lane, at);
      // Where tasks of several processes share a pixel, their number is that of the slot.
      if (task !== null && task.merged > 1) return task;
      const member = memberAt(frame, slot, at);
      return member === -1 ? task : hitWorker(x, y, frame, member, bands);
    },
    nearestEdge(atNs, reachNs, frame) {
      const slot = slots.get(key);
      const member = slot === undefined ? -1 : memberAt(frame, slot, atNs);
      return member === -1 ? Number.NaN : nearestWorkerEdge(atNs, reachNs, frame, member);
    },
  };
  return track;
}

/** @returns positions of the lives that are wide enough to be told apart */
function drawLives(frame: Frame, grid: StripGrid, bands: LaneBands, slot: SlotLane): readonly number[] {
  const { boot, alive, exiting } = frame.theme.paints;
  const style = { gap: frame.theme.paints.background, stackFrom: 'bottom' } as const;
  const wide = [
    ...rasterSpans(frame.strip, grid, slot.lives, [
      { ...style, band: bandOf(bands.boot, frame.dpr), paints: [boot, null, null], order: [0] },
      { ...style, band: bandOf(bands.tasks, frame.dpr), paints: [null, alive, exiting], order: [1, 2] },
    ]),
  ];
  for (let life = slot.lives.length; life < slot.workers.length; life++) {
    drawLife(frame, grid, bands, slot.workers.array[life] ?? 0);
    wide.push(life);
  }
  return wide;
}

/** The PID on the boot of a process: where its life begins, if there is room. */
function drawPid(ctx: Context2D, frame: Frame, top: number, { tasks, textPx }: LaneBands, worker: number): void {
  const record = frame.facts.data.workers[worker];
  if (record === undefined || record.pid === null || textPx === 0 || !hasHappened(frame, record.spawnedAt)) return;
  const left = frame.scale.toX(record.spawnedAt);
  const right = Math.min(frame.scale.toX(record.readyAt ?? frame.nowNs), knownRight(frame));
  const text = String(record.pid);
  const width = text.length * CHARACTER + 6;
  if (left < GUTTER || right - left < width || left > frame.scale.right) return;
  const middle = top + (tasks.from + tasks.to) / 2;
  ctx.fillStyle = frame.theme.colors.bg;
  ctx.fillRect(left + 1, middle - TAG_HEIGHT / 2, width, TAG_HEIGHT);
  ctx.font = monoFont(frame);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = frame.theme.colors.textMuted;
  ctx.fillText(text, left + 4, middle + 0.5);
}

/** Costs a search for each mark, whatever the number of crashes. */
function drawCrashes(ctx: Context2D, frame: Frame, top: number, bands: LaneBands, { crashes }: SlotLane): void {
  const exitOf = (position: number): number => frame.facts.data.workers[crashes.array[position] ?? 0]?.exit?.at ?? 0;
  let next = firstFrom(exitOf, crashes.length, frame.scale.startNs, 0);
  while (next < crashes.length) {
    const at = exitOf(next);
    if (at > frame.scale.endNs || !hasHappened(frame, at)) return;
    drawCrash(ctx, frame, top, bands, at);
    next = firstFrom(exitOf, crashes.length, at + CRASH_SPACING * frame.scale.nsPerPx, next + 1);
  }
}

/** The first position from `from` on of which the moment is `at` or later. */
function firstFrom(momentOf: (position: number) => number, length: number, at: number, from: number): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (momentOf(middle) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The process that had the slot at a moment; -1: none yet. */
function memberAt(frame: Frame, slot: SlotLane, atNs: number): number {
  return slot.workers.array[spawnedBefore(frame, slot, atNs) - 1] ?? -1;
}

function spawnedBefore({ facts }: Frame, { workers }: SlotLane, atNs: number): number {
  const spawnOf = (position: number): number => facts.data.workers[workers.array[position] ?? 0]?.spawnedAt ?? 0;
  return firstFrom(spawnOf, workers.length, atNs, 0);
}

function drawSlotLabel(
  ctx: Context2D,
  frame: Frame,
  top: number,
  key: number,
  slot: SlotLane,
  { height, flights, textPx }: LaneBands,
): void {
  drawGutter(ctx, frame, top, height);
  const { facts, index, asOfNs } = frame;
  const replayed = asOfNs !== Number.POSITIVE_INFINITY;
  const { columns } = facts.data.table;
  const count = replayed ? spawnedBefore(frame, slot, asOfNs) : slot.workers.length;
  const last = slot.workers.array[Math.max(0, count - 1)] ?? 0;
  const record = facts.data.workers[last];
  if (flights === null) drawFolded(ctx, frame, 16, top + height / 2 - 0.5);
  if (textPx === 0 || record === undefined || slot.workers.length === 0) return;
  const lane = index.lanes[last];
  const state = replayed ? workerStateAt(record, lane, columns, asOfNs) : workerState(record, lane, columns);
  if (state !== null) drawStateMark(ctx, frame, state, 16, top + height / 2);
  const one = state === null ? 'not started' : (laneWord(record) ?? '…');
  const processes = count <= 1 ? one : `${count} processes`;
  drawLabel(ctx, frame, top, height, { text: `slot ${key}`, note: processes, px: textPx });
}
