/** What a scene is drawn on: a canvas for pixels, an SVG document for shapes. */
import type { StripSurface } from '../timeline/pixel-strip';
import type { Context2D } from '../timeline/track';

export type StageContext = Context2D & Pick<CanvasRenderingContext2D, 'setTransform'>;

/** In CSS pixels. */
export interface StageSize {
  readonly width: number;
  readonly height: number;
  readonly chartTop: number;
  readonly chartHeight: number;
}

export interface Stage {
  /** Of the whole picture. */
  readonly picture: StageContext;
  /** Of the timeline in it, whose upper left corner is its zero. */
  readonly chart: StageContext;
  /** Pixels of strips per CSS pixel. */
  readonly dpr: number;
  /** Pixels of the file per CSS pixel. */
  readonly fileScale: number;
  makeSurface(): StripSurface;
  /** Sizes and clears it. */
  resize(size: StageSize): void;
  /** What was drawn as chart stands in the picture from here on. */
  putChart(): void;
}
