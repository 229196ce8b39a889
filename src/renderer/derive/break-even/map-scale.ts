/** Where work and payload stand on the break-even map. Both axes are logarithmic; no payload at all is the bottom line. */
import { scaleLog } from 'd3';

export const LEAST_TASK_MS = 0.003;
export const MOST_TASK_MS = 300;
/** The bottom line stands for no bytes. */
const BOTTOM_BYTES = 512;
export const MOST_BYTES = 64 * 1024 * 1024;
/** The least that there is besides none; below half of the way to it, what is pointed at means none. */
const FIRST_BYTES = 1024;
const NOTHING_BELOW = 724;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly taskMs: number;
  readonly bytes: number;
}

export interface MapScale {
  /** Pixels; what lies outside of the map stands at its edge. */
  xOf(taskMs: number): number;
  yOf(bytes: number): number;
  placeAt(x: number, y: number): Place;
}

export function mapScale({ left, top, width, height }: Box): MapScale {
  const x = scaleLog([LEAST_TASK_MS, MOST_TASK_MS], [left, left + width]).clamp(true);
  const y = scaleLog([BOTTOM_BYTES, MOST_BYTES], [top + height, top]).clamp(true);
  return {
    xOf: (taskMs) => x(Math.max(LEAST_TASK_MS, taskMs)),
    yOf: (bytes) => y(Math.max(BOTTOM_BYTES, bytes)),
    placeAt: (atX, atY) => {
      const bytes = y.invert(atY);
      const some = bytes < NOTHING_BELOW ? 0 : Math.max(FIRST_BYTES, Math.round(bytes));
      return { taskMs: rounded(x.invert(atX)), bytes: some };
    },
  };
}

/** Three figures are as many as anybody can point at. */
const rounded = (ms: number): number => Number(ms.toPrecision(3));

/** So many steps of an arrow key make a factor of ten, or of two for bytes. */
const TASK_STEPS = 8;
const BYTES_STEPS = 2;

/** The place after a step. @param along -1, 0 or 1 for less, the same or more work @param up the same for bytes */
export function stepped({ taskMs, bytes }: Place, along: number, up: number): Place {
  const step = Math.round(Math.log10(taskMs) * TASK_STEPS) + along;
  const ms = along === 0 ? taskMs : rounded(10 ** (step / TASK_STEPS));
  return {
    taskMs: Math.min(MOST_TASK_MS, Math.max(LEAST_TASK_MS, ms)),
    bytes: up === 0 ? bytes : steppedBytes(bytes, up),
  };
}

function steppedBytes(bytes: number, up: number): number {
  if (bytes < FIRST_BYTES) return up > 0 ? FIRST_BYTES : 0;
  const step = Math.round(Math.log2(bytes) * BYTES_STEPS) + up;
  const next = Math.round(2 ** (step / BYTES_STEPS));
  return next < FIRST_BYTES ? 0 : Math.min(MOST_BYTES, next);
}

export const TASK_TICKS = [0.01, 0.1, 1, 10, 100];
export const BYTES_TICKS = [0, 4 * 1024, 64 * 1024, 1024 ** 2, 16 * 1024 ** 2];
