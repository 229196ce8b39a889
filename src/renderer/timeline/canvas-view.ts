/** The canvas: puts a frame together from the stores and has every track draw it. Knows no React. */
import type { Chapter } from '../../shared/annotations';
import { ChunkLines } from '../derive/chunk-lines';
import { isLive } from '../derive/is-live';
import { type AnyGroups, laneGroupsOf } from '../derive/lane-groups';
import { ArrangedOrder } from '../derive/lane-order';
import { ClassingCache } from '../derive/run-classing';
import { runExtent } from '../derive/run-extent';
import { runIndexOf } from '../derive/run-index';
import { keyOfSliceLane, laneKeys, sliceLaneOf } from '../derive/slices/slice-keys';
import { sliceMatches } from '../derive/slices/slice-search';
import { SlotLanes } from '../derive/slot-lanes';
import type { FactsStore } from '../store/facts';
import type { FilterState } from '../store/filter';
import {
  arrangementOf,
  asTheyCome,
  createLaneStore,
  fittedHeight,
  LANE_HEIGHTS,
  type LaneStore,
} from '../store/lane-settings';
import { createNotesStore, type Note, type NotesStore } from '../store/notes';
import { NO_PLAYBACK, type PlaybackSource } from '../store/playback';
import type { ViewStore } from '../store/view';
import { METHODS, type MethodId } from '../truth/methods';
import type { TimelineCommands } from './commands';
import type { KeptStrips } from './kept-strips';
import { drawTruth, TRUTH_LEAST_PX, TRUTH_PX } from './labels';
import { drawLaneDrag } from './lane-drag';
import { LaneLook } from './lane-look';
import { LaneStack } from './lane-stack';
import type { LaneTruth } from './lane-truths';
import { laneName } from './lane-words';
import { type Layout, layOut, type TrackPlace, trackAt } from './layout';
import { LiveClock } from './live-clock';
import { arrowsOverlay } from './overlays/arrows';
import { evidenceOverlay } from './overlays/evidence';
import { flowsOverlay } from './overlays/flows';
import { measureOverlay } from './overlays/measure';
import { momentsOverlay } from './overlays/moments';
import { drawNotes, noteAt } from './overlays/notes';
import { playheadOverlay } from './overlays/playhead';
import { rangeOverlay } from './overlays/range';
import { PixelStrip, type StripSurface } from './pixel-strip';
import type { StepLanes } from './span-steps';
import type { Theme } from './theme';
import { TimeScale, timeTicks } from './time-scale';
import { type Context2D, type Frame, GUTTER, type Hit, type LaneTrack, type Overlay, type Track } from './track';
import { chapterLines, chaptersTrack } from './tracks/chapters';
import { laneTrack } from './tracks/lane';
import { pinnedTracks } from './tracks/pinned';
import { sliceLaneHeight } from './tracks/slices';
import { timeAxisTrack } from './tracks/time-axis';

/** In CSS pixels. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
  readonly scrollTop: number;
}

/** Where the filter is read from: the store, in the app. */
interface FilterSource {
  getState(): Pick<FilterState, 'matches' | 'text'>;
}
const NO_FILTER: FilterSource = { getState: () => ({ matches: null, text: '' }) };

/** What a run that is compared with another is drawn with. */
export interface Compared {
  /** Zero of the axis, ns since the clock base: that of both runs, so that their moments stand below each other. */
  zeroNs(): number;
  /** Draws the other run over the lanes of this one. @returns whether the next frame will differ */
  drawOver?(ctx: Context2D, frame: Frame, layout: Layout): boolean;
  /** What is there of the other run. */
  hitOver?(x: number, y: number, frame: Frame, layout: Layout): Hit | null;
  /** Selects a task of the other run. */
  selectOver?(row: number): void;
}

/** Of two timelines above each other each has less room: below this height the lanes come first. */
const ROOMY_PX = 264;
/** Where chapters are read from: the store, in the app. */
interface ChapterSource {
  getState(): { readonly chapters: readonly Chapter[] };
}
const NO_CHAPTERS: ChapterSource = { getState: () => ({ chapters: [] }) };

/** Drawn over the tracks, the last one on top. */
const OVERLAYS: readonly Overlay[] = [
  chapterLines,
  arrowsOverlay,
  flowsOverlay,
  momentsOverlay,
  rangeOverlay,
  evidenceOverlay,
  playheadOverlay,
  measureOverlay,
];

export class CanvasView {
  readonly stack = new LaneStack((key, height) => laneTrack(this.groups, this.facts.getState(), key, height));
  layout: Layout = layOut({ head: [], lanes: this.stack, foot: [], viewHeight: 0, scrollTop: 0 });
  frame: Frame | null = null;
  /** null: the run stands alone. */
  compared: Compared | null = null;
  private readonly strip: PixelStrip;
  private readonly clock = new LiveClock();
  private readonly order = new ArrangedOrder();
  private readonly classing = new ClassingCache();
  private run: unknown;
  private groups: AnyGroups;

  constructor(
    private readonly ctx: Context2D & Pick<CanvasRenderingContext2D, 'setTransform'>,
    private readonly facts: FactsStore,
    private readonly view: ViewStore,
    private readonly commands: TimelineCommands,
    surface: StripSurface,
    private readonly lanes: LaneStore = createLaneStore(),
    private readonly filter: FilterSource = NO_FILTER,
    private readonly notes: NotesStore = createNotesStore(),
    private readonly kept?: KeptStrips,
    private readonly playback: PlaybackSource = NO_PLAYBACK,
    private readonly chapters: ChapterSource = NO_CHAPTERS,
  ) {
    this.strip = new PixelStrip(surface);
    this.groups = laneGroupsOf(facts.getState(), lanes.getState().groupBy);
  }

  /** @returns whether the next frame will differ: the run is live, or not all is sorted into colours */
  draw(size: CanvasSize, theme: Theme, nowMs: number): boolean {
    const facts = this.facts.getState();
    const live = isLive(facts);
    if (facts.data !== this.run) {
      this.run = facts.data;
      this.commands.reset();
      this.lanes.setState(asTheyCome());
    }
    const edgeNs = this.clock.read(facts.now, live, nowMs);
    this.commands.keepUp(edgeNs);
    const asOfNs = this.playback.getState().atNs ?? Number.POSITIVE_INFINITY;
    const nowNs = Math.min(edgeNs, asOfNs);
    const view = this.view.getState();
    const scale = new TimeScale(view.viewport, GUTTER, Math.max(1, size.width - GUTTER));
    const originNs = this.compared?.zeroNs() ?? runExtent(facts).originNs;
    const index = runIndexOf(facts);
    const ticks = timeTicks(scale, originNs);
    const { strip, kept } = this;
    const { colourBy, groupBy } = this.lanes.getState();
    this.groups = laneGroupsOf(facts, groupBy);
    const classing = this.classing.of(facts, colourBy, this.filter.getState());
    const look = new LaneLook(theme, colourBy, classing);
    const { startNs, endNs, width } = scale;
    kept?.begin([facts, theme, startNs, endNs, width, nowNs, asOfNs, size.dpr, colourBy, classing, this.groups]);
    const { chapters } = this.chapters.getState();
    const time = { scale, ticks, originNs, nowNs, asOfNs };
    const sliceMatched = sliceMatches(facts.data.slices, this.filter.getState().text);
    const shown = { look, sliceMatches: sliceMatched, strip, kept, chapters };
    this.frame = { facts, index, view, theme, ...time, dpr: size.dpr, ...shown };
    const roomy = this.compared === null || size.height >= ROOMY_PX;
    const { head, foot } = roomy ? pinnedTracks(facts, chapters.length > 0) : { head: [timeAxisTrack], foot: [] };
    const { height: viewHeight, scrollTop } = size;
    this.arrange(viewHeight - heightOf(head) - heightOf(foot));
    const topOfRow = (row: number): number => this.topOfRow(row);
    this.layout = layOut({ head, foot, lanes: this.stack, viewHeight, scrollTop, topOfRow });
    const more = this.paint(this.frame, size);
    const unfinished = look.unfinished || this.groups.unfinished;
    if (unfinished) kept?.forget();
    return live || unfinished || more;
  }

  hit(x: number, y: number): Hit | null {
    const note = this.noteAt(x, y);
    if (note !== null) return { row: null, merged: 0, text: note.text, note: note.id };
    const over = this.frame === null ? null : (this.compared?.hitOver?.(x, y, this.frame, this.layout) ?? null);
    if (over !== null) return over;
    const place = trackAt(this.layout, y);
    if (x < GUTTER && place !== null) return this.truthHit(place, x) ?? this.labelHit(place, y);
    const { frame } = this;
    if (frame === null || place === null) return null;
    // Chapters that are still to come can be gone to.
    if (place.track !== chaptersTrack && frame.scale.toNs(x) > frame.asOfNs) return null;
    return place.track.hit(x, y - place.top, frame);
  }

  /** The tracks in view that say how what they show was come by, from top to bottom. */
  truths(): readonly LaneTruth[] {
    if (!this.lanes.getState().truth) return [];
    const { lanes, pinned } = this.layout;
    const { lanesTop, lanesBottom } = this.layout;
    const whole = lanes.filter(
      ({ track, top }) => top + track.height / 2 > lanesTop && top + track.height / 2 < lanesBottom,
    );
    return [...pinned, ...whole]
      .flatMap(({ track, top }) => {
        const method = track.height < TRUTH_LEAST_PX ? null : this.truthOf(track);
        return method === null ? [] : [{ id: track.id, name: this.nameOf(track), method, top, height: track.height }];
      })
      .sort((a, b) => a.top - b.top);
  }

  private truthOf(track: Track): MethodId | null {
    return track.truth?.(this.facts.getState()) ?? null;
  }

  private nameOf(track: Track | LaneTrack): string {
    return 'key' in track ? laneName(this.lanes.getState().groupBy, track.key, this.facts.getState()) : track.id;
  }

  /** The lanes in order, as keys go from one to the next. */
  get steps(): StepLanes {
    const { groups } = this;
    return { order: this.stack.keys, lane: (key) => groups.lane(key), keyOf: (row) => groups.keyOf(row) };
  }

  /** Where to scroll to so that the lane of a row is in view; `scrollTop` itself when it is. */
  scrollTopForRow(row: number, scrollTop: number): number {
    return this.scrollTopForLane(this.stack.positionOf(this.groups.keyOf(row)), scrollTop);
  }

  /** As scrollTopForRow, for a lane of slices. */
  scrollTopForSlices(lane: number, scrollTop: number): number {
    return this.scrollTopForLane(this.stack.positionOf(keyOfSliceLane(lane)), scrollTop);
  }

  /** As scrollTopForRow, for the lane of a worker. A line of chunks is none. */
  scrollTopFor(worker: number, scrollTop: number): number {
    const { groups } = this;
    if (groups instanceof ChunkLines) return scrollTop;
    const slot = this.facts.getState().data.workers[worker]?.slot ?? -1;
    return this.scrollTopForLane(this.stack.positionOf(groups instanceof SlotLanes ? slot : worker), scrollTop);
  }

  /** The letter at the end of a label. */
  private truthHit({ track }: TrackPlace, x: number): Hit | null {
    const place = x < GUTTER - TRUTH_PX ? undefined : this.truths().find(({ id }) => id === track.id);
    if (place === undefined) return null;
    return { row: null, merged: 0, text: `${METHODS[place.method].kind}: click to learn how`, truth: place.id };
  }

  /** What a label has no room to say. */
  private labelHit({ track }: TrackPlace, y: number): Hit | null {
    const { lanesTop, lanesBottom } = this.layout;
    const lane =
      y >= lanesTop && y < lanesBottom ? this.layout.lanes.find((place) => place.track === track) : undefined;
    if (lane === undefined) return null;
    const { groupBy } = this.lanes.getState();
    const name = laneName(groupBy, lane.track.key, this.facts.getState());
    const text = `${name}: drag to move, double click to collapse, right click for more`;
    return { row: null, merged: 0, text };
  }

  private scrollTopForLane(position: number, scrollTop: number): number {
    if (position < 0) return scrollTop;
    const { lanesTop, lanesBottom } = this.layout;
    const from = this.stack.topOf(position);
    if (from < scrollTop) return from;
    return Math.max(scrollTop, this.stack.topOf(position + 1) - (lanesBottom - lanesTop));
  }

  private topOfRow(row: number): number {
    const position = this.stack.positionOf(this.groups.keyOf(row));
    return position < 0 ? Number.NaN : this.stack.topOf(position);
  }

  private noteAt(x: number, y: number): Note | null {
    return this.frame === null ? null : noteAt(this.frame, this.layout, this.notes.getState().notes, x, y);
  }

  /** @param roomPx for lanes */
  private arrange(roomPx: number): void {
    const settings = this.lanes.getState();
    const { groups } = this;
    const arrangement = arrangementOf(settings);
    const facts = this.facts.getState();
    const order = this.order.of(laneKeys(facts, groups.order), arrangement.order);
    const height = settings.fitted ? fittedHeight(roomPx, order.length) : LANE_HEIGHTS[settings.laneSize];
    const { slices } = facts.data;
    const { lanes } = slices;
    const heightOf = (key: number): number => {
      const lane = lanes[sliceLaneOf(key)];
      return lane === undefined ? height : sliceLaneHeight(lane, height);
    };
    this.stack.update({ groups, slices, order, arrangement, height, heightOf });
  }

  private drawTrack(frame: Frame, { track, top }: TrackPlace): void {
    track.draw(this.ctx, frame, top);
    const method = this.lanes.getState().truth ? this.truthOf(track) : null;
    if (method !== null) drawTruth(this.ctx, frame, top, track.height, method);
  }

  /** @returns whether the next frame will differ */
  private paint(frame: Frame, { width, height, dpr }: CanvasSize): boolean {
    const { ctx, layout } = this;
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    ctx.fillStyle = frame.theme.colors.bg;
    ctx.fillRect(0, 0, width, height);
    for (const place of layout.lanes) this.drawTrack(frame, place);
    const more = this.compared?.drawOver?.(ctx, frame, layout) ?? false;
    for (const place of layout.pinned) this.drawTrack(frame, place);
    ctx.fillStyle = frame.theme.colors.hairline;
    ctx.fillRect(0, layout.lanesBottom - 1, width, 1);
    drawLaneDrag(ctx, frame, layout, this.stack, this.lanes.getState().drag);
    for (const overlay of OVERLAYS) overlay.draw(ctx, frame, layout);
    drawNotes(ctx, frame, layout, this.notes.getState().notes);
    return more;
  }
}

const heightOf = (tracks: readonly Track[]): number => tracks.reduce((sum, { height }) => sum + height, 0);
