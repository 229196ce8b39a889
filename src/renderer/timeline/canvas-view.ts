/** The canvas: puts a frame together from the stores and has every track draw it. Knows no React. */
import { runExtent } from '../derive/run-extent';
import { runIndexOf } from '../derive/run-index';
import type { FactsStore } from '../store/facts';
import type { ViewStore } from '../store/view';
import type { TimelineCommands } from './commands';
import { type Layout, layOut, trackAt } from './layout';
import { LiveClock } from './live-clock';
import { evidenceOverlay } from './overlays/evidence';
import { measureOverlay } from './overlays/measure';
import { momentsOverlay } from './overlays/moments';
import { rangeOverlay } from './overlays/range';
import { PixelStrip, type StripSurface } from './pixel-strip';
import type { Theme } from './theme';
import { TimeScale, timeTicks } from './time-scale';
import { type Context2D, type Frame, GUTTER, type Hit, type Overlay } from './track';
import { callbacksTrack } from './tracks/callbacks';
import { callerTrack } from './tracks/caller';
import { deliveredTrack } from './tracks/delivered';
import { queueDepthTrack } from './tracks/queue-depth';
import { timeAxisTrack } from './tracks/time-axis';
import { LANE_HEIGHT, type WorkerTrack, workerTrack } from './tracks/worker';

/** In CSS pixels. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
  readonly scrollTop: number;
}

const HEAD = [timeAxisTrack, callerTrack, queueDepthTrack];
const FOOT = [deliveredTrack];
/** Only calls with callbacks have a lane for them. */
const FOOT_WITH_CALLBACKS = [deliveredTrack, callbacksTrack];
/** Drawn over the tracks, the last one on top. */
const OVERLAYS: readonly Overlay[] = [momentsOverlay, rangeOverlay, evidenceOverlay, measureOverlay];

export class CanvasView {
  layout: Layout = layOut({ head: HEAD, lanes: [], foot: FOOT, viewHeight: 0, scrollTop: 0 });
  frame: Frame | null = null;
  private readonly strip: PixelStrip;
  private readonly clock = new LiveClock();
  private readonly tracks = new Map<number, WorkerTrack>();
  private run: unknown;

  constructor(
    private readonly ctx: Context2D & Pick<CanvasRenderingContext2D, 'setTransform'>,
    private readonly facts: FactsStore,
    private readonly view: ViewStore,
    private readonly commands: TimelineCommands,
    surface: StripSurface,
  ) {
    this.strip = new PixelStrip(surface);
  }

  /** @returns whether the run is live, so that the next frame will differ */
  draw(size: CanvasSize, theme: Theme, nowMs: number): boolean {
    const facts = this.facts.getState();
    const live = facts.started !== null && facts.ended === null;
    if (facts.data !== this.run) {
      this.run = facts.data;
      this.tracks.clear();
      this.commands.reset();
    }
    const nowNs = this.clock.read(facts.now, live, nowMs);
    this.commands.keepUp(nowNs);
    const view = this.view.getState();
    const scale = new TimeScale(view.viewport, GUTTER, Math.max(1, size.width - GUTTER));
    const { originNs } = runExtent(facts);
    const index = runIndexOf(facts);
    const ticks = timeTicks(scale, originNs);
    const { strip } = this;
    this.frame = { facts, index, view, theme, scale, ticks, originNs, nowNs, dpr: size.dpr, strip };
    const lanes = index.order.map((worker) => this.track(worker));
    const foot = facts.data.callbackAt.length > 0 ? FOOT_WITH_CALLBACKS : FOOT;
    this.layout = layOut({ head: HEAD, lanes, foot, viewHeight: size.height, scrollTop: size.scrollTop });
    this.paint(this.frame, size);
    return live;
  }

  hit(x: number, y: number): Hit | null {
    const place = trackAt(this.layout, y);
    return this.frame === null || place === null ? null : place.track.hit(x, y - place.top, this.frame);
  }

  /** Where to scroll to so that a worker's lane is in view; `scrollTop` itself when it is. */
  scrollTopFor(worker: number, scrollTop: number): number {
    const position = runIndexOf(this.facts.getState()).order.indexOf(worker);
    const { lanesTop, lanesBottom } = this.layout;
    const from = position * LANE_HEIGHT;
    if (position < 0 || from < scrollTop) return Math.max(0, from);
    return Math.max(scrollTop, from + LANE_HEIGHT - (lanesBottom - lanesTop));
  }

  private paint(frame: Frame, { width, height, dpr }: CanvasSize): void {
    const { ctx, layout } = this;
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    ctx.fillStyle = frame.theme.colors.bg;
    ctx.fillRect(0, 0, width, height);
    for (const { track, top } of layout.lanes) track.draw(ctx, frame, top);
    for (const { track, top } of layout.pinned) track.draw(ctx, frame, top);
    ctx.fillStyle = frame.theme.colors.hairline;
    ctx.fillRect(0, layout.lanesBottom - 1, width, 1);
    for (const overlay of OVERLAYS) overlay.draw(ctx, frame, layout);
  }

  private track(worker: number): WorkerTrack {
    let track = this.tracks.get(worker);
    if (track === undefined) {
      track = workerTrack(worker);
      this.tracks.set(worker, track);
    }
    return track;
  }
}
