/** Finds what in a value cannot be pickled, and why. What can be is priced as if it were pickled alone. */
import { dumps } from '../../boundary/pickle';
import { MOST_PRICE_NODES, type PriceNode } from '../../shared/price';
import { bareNode } from './bare-node';
import { HEADER_BYTES } from './read-parts';
import { typeName } from './type-name';

/** Each of this many properties is tried; among more, only the first that cannot be pickled is searched for. */
const MOST_TRIED = 24;
const DEEPEST = 6;

/** @param value one that `dumps` refuses */
export function findUnpicklable(value: unknown): PriceNode {
  const seen = new Set<unknown>();
  let nodes = 0;
  const visit = (key: string, at: unknown, depth: number): PriceNode => {
    nodes++;
    const trouble = troubleOf(at);
    if (trouble === null) return { ...made(key, at), bytes: dumps(at).length - HEADER_BYTES };
    if (seen.has(at) || depth === DEEPEST) return { ...made(key, at), trouble };
    seen.add(at);
    const entries = entriesOf(at);
    const tried = entries.length <= MOST_TRIED ? entries : entries.slice(...firstTrouble(entries));
    const children: PriceNode[] = [];
    for (const [name, child] of tried) {
      if (nodes >= MOST_PRICE_NODES / 2) break;
      children.push(visit(name, child, depth + 1));
    }
    const left = entries.length - children.length;
    if (left > 0) children.push({ ...made('', undefined), kind: 'rest', type: '', count: left });
    return { ...made(key, at), trouble, children };
  };
  return visit('', value, 0);
}

function made(key: string, value: unknown): PriceNode {
  return { ...bareNode(key, typeName(value)), length: Array.isArray(value) ? value.length : null };
}

function troubleOf(value: unknown): string | null {
  try {
    dumps(value);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'It cannot be pickled.';
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  try {
    if (value instanceof Map) return [...value].flatMap(([key, item], at) => pair(String(at), key, item));
    if (value instanceof Set) return [...value].map((item, at) => [String(at), item]);
    return Object.entries(value);
  } catch {
    // A proxy, or a property that raises when it is read.
    return [];
  }
}

const pair = (at: string, key: unknown, item: unknown): [string, unknown][] => [
  [`key ${at}`, key],
  [`value ${at}`, item],
];

/** Halves the entries until the first that cannot be pickled is left: costs about as much as pickling them twice. */
function firstTrouble(entries: readonly [string, unknown][]): [from: number, to: number] {
  let from = 0;
  let to = entries.length;
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if (troubleOf(entries.slice(from, middle)) === null) from = middle;
    else to = middle;
  }
  return [from, to];
}
