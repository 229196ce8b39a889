/** A canvas context that writes SVG: the part of one that tracks use. A frame begins with `setTransform`. */
import type { StageContext } from '../stage';
import { colour, fontOf, num, xml } from './svg-text';

/** What knows how wide text is, and where its middle lies. */
export type TextMeasure = Pick<CanvasRenderingContext2D, 'font' | 'textBaseline' | 'measureText'>;

/** Draws an image that was put together elsewhere. */
export type ImageWriter = (image: CanvasImageSource, x: number, y: number, width: number, height: number) => string;

interface State {
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly font: string;
  readonly textAlign: CanvasTextAlign;
  readonly textBaseline: CanvasTextBaseline;
  readonly dash: readonly number[];
  /** Groups that are to be closed. */
  readonly groups: number;
}

export class SvgContext {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  font = '400 12px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  private dash: readonly number[] = [];
  private parts: string[] = [];
  private path = '';
  private states: State[] = [];
  private groups = 0;

  /** @param clipId a name for a clip that no other one of the file has */
  constructor(
    private readonly measure: TextMeasure,
    private readonly writeImage: ImageWriter,
    private readonly clipId: () => string,
  ) {}

  /** As tracks see it. */
  get context(): StageContext {
    // It has all that tracks use; the rest of a real one's types (gradients, DOM matrices) nobody here uses.
    return this as unknown as StageContext;
  }

  /** Everything since the frame began. */
  get markup(): string {
    return this.parts.join('\n') + '</g>'.repeat(this.groups);
  }

  /** Adds what was written elsewhere. */
  add(markup: string): void {
    this.parts.push(markup);
  }

  /** A frame begins. What it was scaled by does not matter: the file is in CSS pixels. */
  setTransform(): void {
    this.parts = [];
    this.states = [];
    this.groups = 0;
    this.path = '';
    this.dash = [];
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline, dash, groups } = this;
    this.states.push({ fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline, dash, groups });
  }

  restore(): void {
    const state = this.states.pop();
    if (state === undefined) return;
    const open = this.groups - state.groups;
    if (open > 0) this.add('</g>'.repeat(open));
    Object.assign(this, state);
  }

  clip(): void {
    const id = this.clipId();
    this.add(`<clipPath id="${id}"><path d="${this.path}"/></clipPath><g clip-path="url(#${id})">`);
    this.groups++;
  }

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${num(x)} ${num(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `L${num(x)} ${num(y)}`;
  }

  closePath(): void {
    this.path += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${num(x)} ${num(y)}h${num(width)}v${num(height)}h${num(-width)}Z`;
  }

  fill(): void {
    if (this.path !== '') this.add(`<path d="${this.path}" ${colour('fill', this.fillStyle)}/>`);
  }

  stroke(): void {
    if (this.path !== '') this.add(`<path d="${this.path}" ${this.line()}/>`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    if (width > 0 && height > 0) this.add(`<rect ${box(x, y, width, height)} ${colour('fill', this.fillStyle)}/>`);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.add(`<rect ${box(x, y, width, height)} ${this.line()}/>`);
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }

  measureText(text: string): TextMetrics {
    this.measure.font = this.font;
    this.measure.textBaseline = this.textBaseline;
    return this.measure.measureText(text);
  }

  fillText(text: string, x: number, y: number): void {
    const { weight, px, family } = fontOf(this.font);
    const anchor = ANCHORS[this.textAlign];
    const face = `font-family="${xml(family)}" font-size="${num(px)}" font-weight="${weight}"`;
    const place = `x="${num(x)}" y="${num(y + this.baselineDrop())}"${anchor === undefined ? '' : ` text-anchor="${anchor}"`}`;
    this.add(`<text ${place} ${face} ${colour('fill', this.fillStyle)}>${xml(text)}</text>`);
  }

  drawImage(image: CanvasImageSource, x: number, y: number, width: number, height: number): void {
    this.add(this.writeImage(image, x, y, width, height));
  }

  private line(): string {
    const dash = this.dash.length === 0 ? '' : ` stroke-dasharray="${this.dash.map(num).join(' ')}"`;
    return `fill="none" ${colour('stroke', this.strokeStyle)} stroke-width="${num(this.lineWidth)}"${dash}`;
  }

  /** From the line that text is placed by down to its alphabetic one: that is all that every reader of SVG knows. */
  private baselineDrop(): number {
    if (this.textBaseline === 'alphabetic') return 0;
    const { measure } = this;
    measure.font = this.font;
    measure.textBaseline = 'alphabetic';
    const above = measure.measureText('x').fontBoundingBoxAscent;
    measure.textBaseline = this.textBaseline;
    return above - measure.measureText('x').fontBoundingBoxAscent;
  }
}

const ANCHORS: Partial<Record<CanvasTextAlign, string>> = { right: 'end', end: 'end', center: 'middle' };

const box = (x: number, y: number, width: number, height: number): string =>
  `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"`;
