/** A picture of a run: its name and figures, the timeline, what the colours mean, and the caption of the moment. */
import { type PictureOptions, sizeTrouble } from '../../shared/picture-options';
import { nanos } from '../../shared/units';
import { isVideo } from '../../shared/video/video-options';
import { captionAt } from '../derive/caption-at';
import { runExtent } from '../derive/run-extent';
import type { FactsStore } from '../store/facts';
import { createFilterStore } from '../store/filter';
import { createLaneStore } from '../store/lane-settings';
import { createNotesStore } from '../store/notes';
import type { Playback } from '../store/playback';
import { createViewStore, type Viewport } from '../store/view';
import { CanvasView } from '../timeline/canvas-view';
import { createCommands } from '../timeline/commands';
import { PixelStrip } from '../timeline/pixel-strip';
import type { Theme } from '../timeline/theme';
import { TimeScale } from '../timeline/time-scale';
import { GUTTER } from '../timeline/track';
import { CAPTION_HEIGHT, drawCaption } from './caption';
import { drawLegend, LEGEND_HEIGHT, legendOf } from './picture-legend';
import { drawNoteTexts, NOTE_ROW, notesFont, type PlacedNotes, placeNotes } from './picture-notes';
import { drawTitle, TITLE_HEIGHT } from './picture-title';
import { fitLanes, showAsSeen } from './scene-view';
import type { Stage, StageSize } from './stage';
import { stretchOf } from './stretch-of';

export class Scene {
  readonly size: StageSize;
  readonly stretch: Viewport;
  private readonly lanes = createLaneStore();
  private readonly view = createViewStore();
  private readonly notes = createNotesStore();
  private readonly canvas: CanvasView;
  private readonly swatches: PixelStrip;
  private playback: Pick<Playback, 'atNs'> = { atNs: null };
  private readonly hasCaptions: boolean;
  private readonly noteTexts: PlacedNotes;
  /** Lanes that have no room. */
  private readonly hidden: number;

  /** @throws Error where the picture would be too large */
  constructor(
    private readonly facts: FactsStore,
    private readonly options: PictureOptions,
    private readonly stage: Stage,
    private readonly theme: Theme,
    private readonly speed: number | null = null,
  ) {
    const { view, lanes, notes } = this;
    const filter = createFilterStore(facts, atOnce);
    const surface = stage.makeSurface();
    const commands = createCommands(facts, view, () => 0);
    const playback = { getState: () => this.playback };
    const { chart } = stage;
    const told = options.captions ? (facts.getState().started?.annotations.chapters ?? []) : [];
    const chapters = { getState: () => ({ chapters: told }) };
    const parts = [lanes, filter, notes, undefined, playback, chapters] as const;
    this.canvas = new CanvasView(chart, facts, view, commands, surface, ...parts);
    this.swatches = new PixelStrip(stage.makeSurface());
    // The first frame of a run begins with a view of nothing special: what is to be seen is said after it.
    this.settle(1, 1);
    lanes.setState({ groupBy: options.groupBy, colourBy: options.colourBy, laneSize: options.laneSize });
    this.stretch = stretchOf(runExtent(facts.getState()), options);
    view.setState({ viewport: this.stretch, followLive: false, fitted: false });
    showAsSeen(options.seen, facts.getState(), { view, lanes, notes, filter });
    // Of a picture of the whole run no chapter is under way.
    this.hasCaptions =
      (isVideo(options.format) || options.atNs !== null) &&
      options.captions &&
      (facts.getState().started?.annotations.chapters.length ?? 0) > 0;
    this.settle(options.width, 1);
    stage.picture.font = notesFont(theme);
    this.noteTexts = placeNotes(notes.getState().notes, this.scale(), stage.picture);
    const [above, below] = this.surroundings();
    if (options.height !== null && options.seen === null) {
      fitLanes(lanes, this.canvas, options.height - above - below);
      this.settle(options.width, 1);
    }
    const { contentHeight } = this.canvas.layout;
    const height = options.height ?? above + contentHeight + below;
    const trouble = sizeTrouble(options.width * stage.fileScale, height * stage.fileScale);
    if (trouble !== null) throw new Error(trouble);
    this.size = { width: options.width, height, chartTop: above, chartHeight: Math.max(1, height - above - below) };
    this.hidden = this.lanesWithoutRoom();
    stage.resize(this.size);
  }

  /** @param atNs ns since the clock base; null: the whole run */
  draw(atNs: number | null): void {
    const { size, stage, theme, options } = this;
    const { width, height, chartTop, chartHeight } = size;
    const { picture, dpr } = stage;
    this.playback = { atNs: atNs === null ? null : nanos(atNs) };
    picture.setTransform(dpr, 0, 0, dpr, 0, 0);
    picture.fillStyle = theme.colors.bg;
    picture.fillRect(0, 0, width, height);
    this.settle(width, chartHeight, options.seen?.scrollTop ?? 0);
    stage.putChart();
    const facts = this.facts.getState();
    const { hidden, speed, noteTexts } = this;
    if (options.title)
      drawTitle(picture, theme, facts, { width, atNs, hidden, speed, notesLeftOut: noteTexts.leftOut });
    drawNoteTexts(picture, theme, noteTexts, { bottom: chartTop, asOfNs: atNs ?? Number.POSITIVE_INFINITY });
    const below = chartTop + chartHeight;
    if (options.legend) drawLegend(picture, theme, legendOf(facts, options), this.swatches, { top: below, width, dpr });
    if (this.hasCaptions) {
      const top = below + (options.legend ? LEGEND_HEIGHT : 0);
      const chapters = facts.started?.annotations.chapters ?? [];
      drawCaption(picture, theme, atNs === null ? null : captionAt(chapters, atNs), { top, width });
    }
  }

  /** Where moments lie in the picture. */
  private scale(): TimeScale {
    const { width } = this.options;
    return new TimeScale(this.stretch, GUTTER, Math.max(1, width - GUTTER));
  }

  /** Heights of what stands above the timeline and below it. */
  private surroundings(): [above: number, below: number] {
    const { title, legend } = this.options;
    const notes = this.noteTexts.rows * NOTE_ROW;
    const captions = this.hasCaptions ? CAPTION_HEIGHT : 0;
    return [(title ? TITLE_HEIGHT : 0) + notes, (legend ? LEGEND_HEIGHT : 0) + captions];
  }

  /** Draws until nothing is left to be sorted: the window does that over several frames. */
  private settle(width: number, height: number, scrollTop = 0): void {
    const size = { width, height, dpr: this.stage.dpr, scrollTop };
    for (let draws = 0; draws < MOST_DRAWS && this.canvas.draw(size, this.theme, 0); draws++);
  }

  private lanesWithoutRoom(): number {
    if (this.options.seen !== null) return 0;
    const { stack, layout } = this.canvas;
    const room = this.size.chartHeight - (layout.contentHeight - stack.topOf(stack.count));
    return stack.topOf(stack.count) <= room + 1 ? 0 : stack.count - stack.positionAt(Math.max(0, room));
  }
}

/** Of a run of twenty million tasks, sorted 16,000 a draw. */
const MOST_DRAWS = 2000;

/** Nobody waits for a frame here. */
const atOnce = (work: () => void): (() => void) => {
  work();
  return () => undefined;
};
