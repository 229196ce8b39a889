/**
 * A scene as an SVG document. Strips are filled at four times the resolution of the window, and become one path for each
 * colour and strip: the size of the file depends on what can be seen, not on how many tasks there are.
 */

import type { Paint } from '../../timeline/paint';
import type { StripSurface } from '../../timeline/pixel-strip';
import { TILE } from '../../timeline/textures';
import type { Stage, StageContext, StageSize } from '../stage';
import { mergeRects, rectPath } from './merge-rects';
import { SvgContext, type TextMeasure } from './svg-context';
import { num, packedColour, xml } from './svg-text';

/** Columns and lines of a strip per CSS pixel. */
export const FINENESS = 4;

export interface SvgParts {
  /** By the number that strips are filled with. */
  readonly paints: readonly Paint[];
  /** Number of the background. */
  readonly ground: number;
  readonly measure: TextMeasure;
  /** A token for an image; it is never drawn. */
  makeImage(): CanvasImageSource;
}

export class SvgStage implements Stage {
  readonly dpr = FINENESS;
  readonly fileScale = 1;
  readonly picture: StageContext;
  readonly chart: StageContext;
  private readonly pictureSvg: SvgContext;
  private readonly chartSvg: SvgContext;
  private readonly images = new Map<CanvasImageSource, ImageData>();
  private readonly used = new Set<number>();
  private clips = 0;
  private size: StageSize = { width: 1, height: 1, chartTop: 0, chartHeight: 1 };

  constructor(private readonly parts: SvgParts) {
    const make = (): SvgContext =>
      new SvgContext(
        parts.measure,
        (...image) => this.strip(...image),
        () => `clip${++this.clips}`,
      );
    this.pictureSvg = make();
    this.chartSvg = make();
    this.picture = this.pictureSvg.context;
    this.chart = this.chartSvg.context;
  }

  makeSurface(): StripSurface {
    const image = this.parts.makeImage();
    return {
      image,
      // A pixel of a viewer that shows the picture at its size: of anything lower it may show nothing.
      leastLines: FINENESS,
      // Never shown: numbers in the shape of an image.
      resize: (width, height) => ({
        width,
        height,
        data: new Uint8ClampedArray(width * height * 4),
        colorSpace: 'srgb',
      }),
      put: (pixels) => this.images.set(image, pixels),
    };
  }

  resize(size: StageSize): void {
    this.size = size;
  }

  putChart(): void {
    this.pictureSvg.add(`<g transform="translate(0 ${num(this.size.chartTop)})">${this.chartSvg.markup}</g>`);
  }

  /** The whole file. @param title of the run @param description in a sentence */
  document(title: string, description: string): string {
    const { width, height } = this.size;
    const area = `width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}"`;
    return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" ${area} role="img" xml:space="preserve">
<title>${xml(title)}</title>
<desc>${xml(description)}</desc>
<defs>${[...this.used]
      .sort((a, b) => a - b)
      .map((number) => this.pattern(number))
      .join('')}</defs>
${this.pictureSvg.markup}
</svg>
`;
  }

  /** The strip that was put on a surface last, with its ground below all that is on it. */
  private strip(image: CanvasImageSource, x: number, y: number, width: number, height: number): string {
    const pixels = this.images.get(image);
    if (pixels === undefined) return '';
    const { ground, paints } = this.parts;
    const numbers = new Uint32Array(pixels.data.buffer);
    const shapes = [...mergeRects(numbers, pixels.width, pixels.height, ground)].map(
      ([number, rects]) => `<path fill="${this.fill(number)}" d="${rectPath(rects)}"/>`,
    );
    const place = `translate(${num(x)} ${num(y)}) scale(${width / pixels.width} ${height / pixels.height})`;
    const base = `<rect width="${pixels.width}" height="${pixels.height}" fill="${packedColour(paints[ground]?.tile[0] ?? 0)}"/>`;
    return `<g transform="${place}" shape-rendering="crispEdges">${base}${shapes.join('')}</g>`;
  }

  private fill(number: number): string {
    const paint = this.parts.paints[number];
    if (paint === undefined || paint.size === 1) return packedColour(paint?.tile[0] ?? 0);
    this.used.add(number);
    return `url(#texture${number})`;
  }

  /** A texture as a pattern, scaled back to the size that it has on the window. */
  private pattern(number: number): string {
    const paint = this.parts.paints[number];
    if (paint === undefined) return '';
    const { tile, size } = paint;
    const shapes = [...mergeRects(tile, size, size)].map(
      ([color, rects]) => `<path fill="${packedColour(color)}" d="${rectPath(rects)}"/>`,
    );
    const scale = num((FINENESS * TILE) / size);
    const area = `width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="scale(${scale})"`;
    return `<pattern id="texture${number}" ${area} shape-rendering="crispEdges">${shapes.join('')}</pattern>`;
  }
}
