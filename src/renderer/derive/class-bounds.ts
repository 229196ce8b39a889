/**
 * Where values of a run are parted into classes that colours can tell apart: bounds of equal ratio over the bulk of the
 * values, rounded so that a legend can name them.
 */
import type { TaskTable } from '../../shared/task-table';
import { outcomeCode } from '../../shared/telemetry';

/** As many classes as there are colours for them. */
export const MOST_CLASSES = 6;
/** Values looked at; more would not move a bound that is rounded. */
const SAMPLE = 16_384;
const BULK = { from: 0.02, to: 0.98 } as const;
/** Values closer together than this are one class. */
const LEAST_RATIO = 1.05;

/**
 * @param values NaN and those below 1 do not count
 * @returns ascending; a value is of the class of the last bound at or below it, below the first of class 0
 */
export function classBounds(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values.filter((value) => value >= 1)).sort();
  if (sorted.length === 0) return [];
  const low = sorted[Math.floor((sorted.length - 1) * BULK.from)] ?? 1;
  const high = sorted[Math.ceil((sorted.length - 1) * BULK.to)] ?? 1;
  if (high / low < LEAST_RATIO) return [];
  const step = (high / low) ** (1 / MOST_CLASSES);
  const bounds = Array.from({ length: MOST_CLASSES - 1 }, (_, index) => rounded(low * step ** (index + 1)));
  return bounds.filter((bound, index) => bound > low && bound !== bounds[index - 1]);
}

/** Two figures are enough to name it. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}

export function classOfValue(value: number, bounds: readonly number[]): number {
  let position = 0;
  while (position < bounds.length && value >= (bounds[position] ?? 0)) position++;
  return position;
}

/** Values of some settled rows of a run, evenly spread over it. */
export function sampleRows(
  { columns: { outcome }, length }: TaskTable,
  read: (row: number) => number,
): readonly number[] {
  const stride = Math.max(1, Math.ceil(length / SAMPLE));
  const values: number[] = [];
  for (let row = 0; row < length; row += stride) if (outcome[row] !== outcomeCode.pending) values.push(read(row));
  return values;
}
