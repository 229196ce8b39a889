/** A run as the frames of a video: the plan says which moment each shows, the frame renderer draws it. */
import type { PictureOptions } from '../../../shared/picture-options';
import { type FramePlan, planFrames } from '../../../shared/video/frame-plan';
import { videoTrouble } from '../../../shared/video/video-limits';
import { isVideo, planRequest, withVideoSize } from '../../../shared/video/video-options';
import { runExtent } from '../../derive/run-extent';
import type { FactsStore } from '../../store/facts';
import type { Theme } from '../../timeline/theme';
import { FrameRenderer } from '../frame-renderer';
import { pictureTheme } from '../picture-theme';
import { stretchOf } from '../stretch-of';
import { drawTitleCard } from './title-card';

export class Film {
  readonly plan: FramePlan;
  readonly theme: Theme;
  readonly canvas: HTMLCanvasElement;
  private readonly renderer: FrameRenderer;
  private readonly lengthNs: number;
  /** What the canvas shows. */
  private shown = '';

  /** @throws Error where there can be no such video, in one sentence */
  constructor(
    private readonly facts: FactsStore,
    private readonly options: PictureOptions,
  ) {
    const { started } = facts.getState();
    const extent = runExtent(facts.getState());
    // A stretch outside of the run is told of before anything that follows from its length.
    stretchOf(extent, options);
    const request = planRequest(options, extent, started?.annotations.chapters ?? []);
    this.plan = planFrames(request);
    this.lengthNs = request.toNs - request.fromNs;
    const { format, theme, scale } = options;
    const sized = withVideoSize(options);
    const size = { width: Math.round(sized.width * scale), height: Math.round(sized.height * scale) };
    const trouble = isVideo(format) ? videoTrouble(format, this.plan, size) : null;
    if (trouble !== null) throw new Error(trouble);
    this.theme = pictureTheme(document, theme, scale);
    this.renderer = new FrameRenderer(facts, sized, this.plan.speed);
    this.canvas = this.renderer.draw(null);
  }

  get width(): number {
    return this.canvas.width;
  }

  get height(): number {
    return this.canvas.height;
  }

  /** @param frame from 0 @returns whether the canvas shows another moment than before */
  draw(frame: number): boolean {
    const { kind, atNs } = this.plan.at(frame);
    const wanted = kind === 'title' ? kind : String(atNs);
    if (wanted === this.shown) return false;
    this.shown = wanted;
    if (kind === 'title') this.drawCard();
    else this.renderer.draw(atNs);
    return true;
  }

  private drawCard(): void {
    const ctx = this.canvas.getContext('2d');
    if (ctx === null) return;
    const { scale } = this.options;
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
    const size = { width: this.width / scale, height: this.height / scale };
    const { plan, lengthNs } = this;
    drawTitleCard(ctx, this.theme, this.facts.getState(), { ...size, lengthNs, speed: plan.speed });
  }
}
