/** What a strip is told to draw: which parts of a series, where, and how. */
import type { Paint } from './paint';

/** Lines of a strip, in device pixels. */
export interface Band {
  readonly y0: number;
  readonly y1: number;
}

/** Some parts of a series on some lines of the strip. */
export interface Layer {
  readonly band: Band;
  /** By part; null: not in this layer. */
  readonly paints: readonly (Paint | null)[];
  /** Parts in the order in which merged columns stack them. */
  readonly order: readonly number[];
  readonly stackFrom: 'bottom' | 'top';
  /** Drawn between spans that touch; null: nothing. */
  readonly gap: Paint | null;
  /** Spans that are not merged are drawn by the caller. */
  readonly mergedOnly?: boolean;
}
