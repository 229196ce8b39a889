/** Slices whose name holds what is typed into the search. Names are looked at once, not slices. */
import type { SliceData } from '../../../shared/slices';
import type { SliceRef } from './slice-facts';

export interface SliceMatches {
  /** Of each text: 1 where it matches. */
  readonly texts: Uint8Array;
  readonly count: number;
}

interface Known extends SliceMatches {
  readonly query: string;
  readonly slices: number;
}
const known = new WeakMap<SliceData, Known>();

/** @returns null where nothing is searched for, or no slice matches: then none is dimmed */
export function sliceMatches(data: SliceData, text: string): SliceMatches | null {
  const query = text.trim().toLowerCase();
  if (query === '' || data.count === 0) return null;
  let found = known.get(data);
  if (found?.query !== query || found.slices !== data.count) {
    const texts = Uint8Array.from(data.texts, (name) => (name.toLowerCase().includes(query) ? 1 : 0));
    let count = 0;
    for (const { nameText } of data.lanes) for (const name of nameText) count += texts[name] ?? 0;
    found = { query, slices: data.count, texts, count };
    known.set(data, found);
  }
  return found.count === 0 ? null : found;
}

/** The next match after a slice, in order of time in its lane, then lane by lane; after the last the first. */
export function nextSlice(
  data: SliceData,
  { texts }: SliceMatches,
  from: SliceRef | null,
  by: 1 | -1,
): SliceRef | null {
  const { lanes } = data;
  const start = from ?? { lane: by === 1 ? 0 : lanes.length - 1, slice: by === 1 ? -1 : Number.MAX_SAFE_INTEGER };
  for (let step = 0; step <= lanes.length; step++) {
    const at = (start.lane + by * step + lanes.length * 2) % lanes.length;
    const lane = lanes[at];
    if (lane === undefined) return null;
    const found = nearestInLane(lane, texts, step === 0 ? start.slice : null, by);
    if (found >= 0) return { lane: at, slice: found };
  }
  return null;
}

/** By time and not by place: rows stand one after the other. */
function nearestInLane(
  { nameText, begin }: SliceData['lanes'][number],
  texts: Uint8Array,
  from: number | null,
  by: 1 | -1,
): number {
  const isBefore = (a: number, b: number): boolean =>
    (begin[a] ?? 0) < (begin[b] ?? 0) || (begin[a] === begin[b] && a < b);
  let found = -1;
  for (let slice = 0; slice < nameText.length; slice++) {
    if (texts[nameText[slice] ?? 0] !== 1) continue;
    if (from !== null && from >= 0 && from < nameText.length) {
      if (by === 1 ? !isBefore(from, slice) : !isBefore(slice, from)) continue;
    }
    if (found < 0 || (by === 1 ? isBefore(slice, found) : isBefore(found, slice))) found = slice;
  }
  return found;
}
