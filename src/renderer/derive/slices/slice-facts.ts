/** One slice of a trace, and those around it. */
import type { SliceData, SliceLane } from '../../../shared/slices';

/** Where a slice stands: its lane, and its place in the columns of that. */
export interface SliceRef {
  readonly lane: number;
  readonly slice: number;
}

export interface SliceFacts {
  readonly name: string;
  readonly category: string;
  readonly process: string;
  readonly thread: string;
  readonly kind: SliceLane['kind'];
  /** ns since the clock base. */
  readonly beginNs: number;
  readonly endNs: number;
  readonly row: number;
  /** Name and value, as text; empty: there are none, or they were not kept. */
  readonly args: readonly (readonly [name: string, value: string])[];
}

export const sameSlice = (a: SliceRef | null, b: SliceRef | null): boolean =>
  a === b || (a !== null && b !== null && a.lane === b.lane && a.slice === b.slice);

/** @returns null where there is no such slice, as when another run is shown */
export function sliceFacts({ lanes, texts }: SliceData, { lane: of, slice }: SliceRef): SliceFacts | null {
  const lane = lanes[of];
  if (lane === undefined || slice >= lane.begin.length) return null;
  return {
    name: nameOf(texts, lane, slice),
    category: texts[lane.category[slice] ?? 0] ?? '',
    process: lane.process,
    thread: lane.name,
    kind: lane.kind,
    beginNs: lane.begin[slice] ?? 0,
    endNs: lane.end[slice] ?? 0,
    row: rowOf(lane, slice),
    args: argsOf(texts[(lane.args[slice] ?? 0) - 1]),
  };
}

export const nameOf = (texts: readonly string[], lane: SliceLane, slice: number): string =>
  texts[lane.nameText[slice] ?? 0] || 'without a name';

export function rowOf({ rows }: SliceLane, slice: number): number {
  let row = 0;
  while (row + 2 < rows.length && (rows[row + 1] ?? 0) <= slice) row++;
  return row;
}

/** The first slice of a row that ends after a moment; the row's end where there is none. */
export function firstEndingAfter({ rows, end }: SliceLane, row: number, atNs: number, from = rows[row] ?? 0): number {
  let low = from;
  let high = rows[row + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((end[middle] ?? 0) > atNs) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The slice of a row at a moment; -1: there is none. A slice without length is met by its very moment. */
export function sliceAt(lane: SliceLane, row: number, atNs: number, reachNs = 0): number {
  const slice = firstEndingAfter(lane, row, atNs - reachNs);
  if (slice >= (lane.rows[row + 1] ?? 0)) return -1;
  return (lane.begin[slice] ?? Number.NaN) <= atNs + reachNs ? slice : -1;
}

/** The innermost slice at a moment; -1: there is none. */
export function innermostAt(lane: SliceLane, atNs: number): number {
  let found = -1;
  for (let row = 0; row + 1 < lane.rows.length; row++) {
    const slice = sliceAt(lane, row, atNs);
    if (slice < 0 && lane.kind === 'thread') break;
    if (slice >= 0) found = slice;
  }
  return found;
}

function argsOf(json: string | undefined): SliceFacts['args'] {
  if (json === undefined) return [];
  try {
    return flat('', JSON.parse(json));
  } catch {
    return [['args', json]];
  }
}

/** `data.line` instead of objects in objects. */
function flat(path: string, value: unknown): (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  const entries = Object.entries(value);
  if (entries.length === 0) return [[path, Array.isArray(value) ? '[]' : '{}']];
  return entries.flatMap(([key, inner]) => flat(path === '' ? key : `${path}.${key}`, inner));
}
