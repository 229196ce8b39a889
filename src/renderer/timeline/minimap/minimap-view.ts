/**
 * The minimap's canvas: the density of the whole run is kept as an image and drawn anew when the run has news, at most
 * eight times a second while it is live; a frame costs that image and a few rectangles.
 */
import { runDensity } from '../../derive/run-density';
import { type Extent, runExtent } from '../../derive/run-extent';
import type { Facts, RunData } from '../../store/facts';
import { SHOW_EVERY_MS } from '../../store/throttled';
import { fitLiveViewport, fitViewport, spanOf, type View, type Viewport } from '../../store/view';
import type { Theme } from '../theme';
import { TimeScale } from '../time-scale';
import type { Context2D } from '../track';
import { COLUMN_PX, drawDensity, drawMarks, MINIMAP_HEIGHT } from './draw-minimap';

/** A canvas that is not shown. */
export interface ImageSurface {
  readonly image: CanvasImageSource;
  /** Sizes in CSS pixels; the context is scaled to them. */
  begin(width: number, height: number, dpr: number): Context2D;
}

export interface MinimapInput {
  readonly facts: Facts;
  readonly view: View;
  readonly notes: readonly number[];
  readonly replayedNs: number | null;
  /** Moments at which chapters begin. */
  readonly chapters: readonly number[];
  readonly theme: Theme;
  readonly width: number;
  readonly dpr: number;
  readonly nowMs: number;
  /** From when to when the run beside lasts, on the clock of the run that is shown; left out: there is none. */
  readonly beside?: Extent | undefined;
}

/** All of the run, and of the one beside it; while it is live, in the steps in which the timeline shows it. */
export function wholeViewport(facts: Facts, beside?: Extent): Viewport {
  const extent = facts.started === null && beside !== undefined ? beside : together(runExtent(facts), beside);
  return facts.started !== null && facts.ended === null ? fitLiveViewport(extent) : fitViewport(extent);
}

function together(own: Extent, beside: Extent = own): Extent {
  return { originNs: Math.min(own.originNs, beside.originNs), endNs: Math.max(own.endNs, beside.endNs) };
}

export class MinimapView {
  scale: TimeScale | null = null;
  /** What it shows; null: nothing yet. */
  whole: Viewport | null = null;
  private made: { data: RunData; revision: number; theme: Theme; width: number; whole: Viewport } | null = null;
  private madeAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly ctx: Context2D & Pick<CanvasRenderingContext2D, 'setTransform'>,
    private readonly surface: ImageSurface,
  ) {}

  draw(input: MinimapInput): void {
    const { facts, view, notes, chapters, replayedNs, theme, width, dpr, beside } = input;
    const { ctx } = this;
    const whole = wholeViewport(facts, beside);
    const scale = new TimeScale(whole, 0, Math.max(1, width));
    this.scale = scale;
    this.whole = whole;
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    ctx.fillStyle = theme.colors.bg;
    ctx.fillRect(0, 0, width, MINIMAP_HEIGHT);
    if (facts.started !== null) {
      if (this.isStale(input, whole)) this.makeImage(input, whole);
      ctx.drawImage(this.surface.image, 0, 0, width, MINIMAP_HEIGHT);
    } else if (beside === undefined) return;
    drawMarks(ctx, { view, notes, chapters, replayedNs, scale, theme, beside });
  }

  private isStale({ facts, theme, width, nowMs }: MinimapInput, whole: Viewport): boolean {
    const { made } = this;
    if (made === null || made.data !== facts.data || made.theme !== theme || made.width !== width) return true;
    if (made.whole.startNs !== whole.startNs || made.whole.endNs !== whole.endNs) return true;
    if (made.revision === facts.revision) return false;
    return facts.ended !== null || nowMs - this.madeAtMs >= SHOW_EVERY_MS;
  }

  private makeImage({ facts, theme, width, dpr, nowMs }: MinimapInput, whole: Viewport): void {
    const columns = Math.ceil(width / COLUMN_PX);
    const nsPerPx = (spanOf(whole) / Math.max(1, width)) * COLUMN_PX;
    const density = runDensity(facts, { startNs: whole.startNs, nsPerPx }, columns);
    drawDensity(this.surface.begin(width, MINIMAP_HEIGHT, dpr), density, theme, width);
    this.made = { data: facts.data, revision: facts.revision, theme, width, whole };
    this.madeAtMs = nowMs;
  }
}

export function offscreenImage(): ImageSurface {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('This window has no 2D canvas.');
  return {
    image: canvas,
    begin(width, height, dpr) {
      canvas.width = Math.max(1, Math.round(width * dpr));
      canvas.height = Math.round(height * dpr);
      context.setTransform(dpr, 0, 0, dpr, 0, 0);
      return context as unknown as Context2D;
    },
  };
}
