/**
 * The run beside laid into the lanes of the run that is shown: below the tasks of a slot, half as high and hatched, those
 * that the other run had in the same slot. Costs what its pixels cost.
 */
import { formatDuration } from '../../../shared/format';
import { laneGroupsOf } from '../../derive/lane-groups';
import type { LaneIndex } from '../../derive/lane-index';
import { runIndexOf } from '../../derive/run-index';
import { SlotLanes } from '../../derive/slot-lanes';
import { taskFacts } from '../../derive/task-facts';
import type { Facts, RunData } from '../../store/facts';
import { OUTCOME_WORDS } from '../describe-task';
import type { KeptStrips } from '../kept-strips';
import type { LanePlace, Layout } from '../layout';
import { PixelStrip, type StripSurface } from '../pixel-strip';
import { rasterSpans } from '../span-raster';
import { beginStrip, drawKept, hideLater } from '../strip-frame';
import { TimeScale } from '../time-scale';
import { type Context2D, type Frame, GUTTER, type Hit } from '../track';
import { hitTask } from '../tracks/worker-hit';
import { shifted } from './beside-view';

/** The lower part of a lane, from its upper edge, in CSS pixels. */
interface Strip {
  readonly from: number;
  readonly height: number;
}

export class RunOverlay {
  private readonly strip: PixelStrip;

  constructor(
    surface: StripSurface,
    private readonly kept?: KeptStrips,
  ) {
    this.strip = new PixelStrip(surface);
  }

  /** @param offsetNs moments of the frame and this are those of the other run. @returns whether the next frame will differ */
  draw(ctx: Context2D, frame: Frame, layout: Layout, beside: Facts, offsetNs: number): boolean {
    const groups = slotsOf(beside);
    const own = this.frameOf(frame, beside, offsetNs);
    const { scale, theme, nowNs, asOfNs, dpr } = own;
    this.kept?.begin([beside, theme, scale.startNs, scale.endNs, scale.width, nowNs, asOfNs, dpr]);
    for (const place of layout.lanes) {
      const slot = slotOf(place, frame);
      const lane = slot === null ? undefined : groups.lane(slot);
      if (lane === undefined) continue;
      const { from, height } = stripOf(place);
      drawKept(ctx, own, { top: place.top + from, height }, lane, () => fill(own, height, lane));
    }
    if (groups.unfinished) this.kept?.forget();
    return groups.unfinished;
  }

  /** The task of the other run at a point; null: the point is not on its strips, or there is none. */
  hit(x: number, y: number, frame: Frame, layout: Layout, beside: Facts, offsetNs: number): Hit | null {
    if (x < GUTTER || y < layout.lanesTop || y >= layout.lanesBottom) return null;
    const place = layout.lanes.find(
      ({ top, track }) => y >= top + stripOf({ top, track }).from && y < top + track.height,
    );
    const slot = place === undefined ? null : slotOf(place, frame);
    const lane = slot === null ? undefined : slotsOf(beside).lane(slot);
    if (lane === undefined) return null;
    const own = this.frameOf(frame, beside, offsetNs);
    const at = own.scale.toNs(x);
    const found = at > own.asOfNs ? null : hitTask(own, lane, at);
    if (found?.row === null || found?.row === undefined) return null;
    return { row: null, merged: found.merged, text: describe(beside.data, found.row, found.merged), over: found.row };
  }

  private frameOf(frame: Frame, beside: Facts, offsetNs: number): Frame {
    const { view, scale } = frame;
    const viewport = shifted(view.viewport, offsetNs);
    return {
      ...frame,
      facts: beside,
      index: runIndexOf(beside),
      view: { ...view, viewport },
      scale: new TimeScale(viewport, scale.left, scale.width),
      originNs: frame.originNs + offsetNs,
      asOfNs: frame.asOfNs + offsetNs,
      nowNs: Math.min(beside.now, frame.asOfNs + offsetNs),
      strip: this.strip,
      kept: this.kept,
    };
  }
}

/** The lower third of a lane, where messages in flight are drawn otherwise: no number of a task stands there. */
function stripOf({ track: { height, bands } }: LanePlace): Strip {
  const from = bands.flights === null ? Math.floor(height / 2) : bands.tasks.to;
  return { from, height: height - from };
}

function fill(frame: Frame, height: number, lane: LaneIndex): readonly number[] {
  const { strip, theme, dpr } = frame;
  const grid = beginStrip(frame, height);
  const { besideLoads, besideRun, besideDumps, background } = theme.paints;
  // A line apart from the tasks above.
  const band = { y0: Math.round(dpr), y1: strip.height - Math.round(dpr) };
  const paints = [besideLoads, besideRun, besideDumps];
  rasterSpans(strip, grid, lane.work, [{ band, paints, order: [1, 0, 2], stackFrom: 'bottom', gap: background }]);
  hideLater(frame, grid);
  return [];
}

function slotsOf(beside: Facts): SlotLanes {
  const groups = laneGroupsOf(beside, 'slot');
  if (!(groups instanceof SlotLanes)) throw new Error('Lanes by slot are lanes of slots');
  return groups;
}

const firsts = new WeakMap<RunData, { seen: number; bySlot: Map<number, number> }>();

/** The slot whose tasks a lane shows; null: it is a line of chunks, or the lane of a later process of its slot. */
function slotOf({ track }: LanePlace, frame: Frame): number | null {
  const { data } = frame.facts;
  const [worker] = track.workers(frame) ?? [];
  const slot = worker === undefined ? undefined : data.workers[worker]?.slot;
  if (slot === undefined) return null;
  return firstOf(data, slot) === worker ? slot : null;
}

/** The process that had a slot first: where lanes are of processes, the other run is drawn once for each slot. */
function firstOf(data: RunData, slot: number): number | undefined {
  const known = firsts.get(data) ?? { seen: 0, bySlot: new Map<number, number>() };
  firsts.set(data, known);
  for (; known.seen < data.workers.length; known.seen++) {
    const worker = data.workers[known.seen];
    if (worker === undefined) break;
    if (!known.bySlot.has(worker.slot)) known.bySlot.set(worker.slot, worker.index);
  }
  return known.bySlot.get(slot);
}

function describe(data: RunData, row: number, merged: number): string {
  const task = taskFacts(data, row);
  if (task === null) return '';
  const run = task.phases.find(({ phase }) => phase === 'run')?.nanos ?? Number.NaN;
  const more = merged > 1 ? `, one of ${merged} at this pixel` : '';
  return `Run B: task #${task.task}, ${OUTCOME_WORDS[task.outcome]}, run ${formatDuration(run)}${more}`;
}
