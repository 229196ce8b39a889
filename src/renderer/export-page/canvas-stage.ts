/** A scene as pixels. Drawn by the processor, so that the same scene gives the same pixels on every machine. */
import { offscreenSurface } from '../timeline/pixel-strip';
import type { Stage, StageContext, StageSize } from './stage';

export class CanvasStage implements Stage {
  readonly canvas: HTMLCanvasElement;
  readonly fileScale: number;
  readonly picture: StageContext;
  readonly chart: StageContext;
  readonly makeSurface = offscreenSurface;
  private readonly chartCanvas: HTMLCanvasElement;
  private chartTop = 0;

  constructor(
    document: Document,
    readonly dpr: number,
  ) {
    this.fileScale = dpr;
    [this.canvas, this.picture] = canvasOf(document);
    [this.chartCanvas, this.chart] = canvasOf(document);
  }

  resize({ width, height, chartTop, chartHeight }: StageSize): void {
    this.chartTop = chartTop;
    setSize(this.canvas, width * this.dpr, height * this.dpr);
    setSize(this.chartCanvas, width * this.dpr, chartHeight * this.dpr);
  }

  putChart(): void {
    this.picture.setTransform(1, 0, 0, 1, 0, 0);
    this.picture.drawImage(this.chartCanvas, 0, Math.round(this.chartTop * this.dpr));
    this.picture.setTransform(this.dpr, 0, 0, this.dpr, 0, 0);
  }
}

function canvasOf(document: Document): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('There is no canvas to draw on.');
  return [canvas, context];
}

function setSize(canvas: HTMLCanvasElement, width: number, height: number): void {
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
}
