/**
 * Draws one run again and again, as of one moment or another: each time into the same canvas. The same facts and options
 * give the same pixels.
 */
import type { PictureOptions } from '../../shared/picture-options';
import type { FactsStore } from '../store/facts';
import { CanvasStage } from './canvas-stage';
import { pictureTheme } from './picture-theme';
import { Scene } from './scene';

export class FrameRenderer {
  /** In device pixels. */
  readonly width: number;
  readonly height: number;
  private readonly stage: CanvasStage;
  private readonly scene: Scene;

  /**
   * @param facts of a run that has ended
   * @param speed told beside the clock: the run's time in that of a video; null: none
   * @throws Error where the picture would be too large, in one sentence
   */
  constructor(facts: FactsStore, options: PictureOptions, speed: number | null = null) {
    this.stage = new CanvasStage(document, options.scale);
    this.scene = new Scene(facts, options, this.stage, pictureTheme(document, options.theme, options.scale), speed);
    this.width = this.stage.canvas.width;
    this.height = this.stage.canvas.height;
  }

  /** From when to when the picture reaches, in ns since the clock base. */
  get stretch(): { readonly startNs: number; readonly endNs: number } {
    return this.scene.stretch;
  }

  /** @param atNs ns since the clock base: what came later is not drawn; null: the whole run */
  draw(atNs: number | null): HTMLCanvasElement {
    this.scene.draw(atNs);
    return this.stage.canvas;
  }
}
