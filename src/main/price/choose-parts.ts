/** Which parts of a pickle are shown: the largest first, each below one that is shown, not more than a person reads. */
import { MOST_PRICE_NODES } from '../../shared/price';
import type { Part } from './part';

/** Each chosen part may need a node for the rest of its children. */
const MOST_CHOSEN = MOST_PRICE_NODES / 2;
const DEEPEST = 8;

/** @returns the chosen parts, the whole among them */
export function chooseParts(root: Part): ReadonlySet<Part> {
  const chosen = new Set<Part>();
  const waiting: { part: Part; depth: number }[] = [{ part: root, depth: 0 }];
  while (chosen.size < MOST_CHOSEN) {
    let largest = 0;
    for (let index = 1; index < waiting.length; index++) {
      if ((waiting[index]?.part.bytes ?? 0) > (waiting[largest]?.part.bytes ?? 0)) largest = index;
    }
    const [next] = waiting.splice(largest, 1);
    if (next === undefined) break;
    chosen.add(next.part);
    if (next.depth === DEEPEST) continue;
    for (const part of next.part.children.values()) {
      if (part.kind !== 'rest') waiting.push({ part, depth: next.depth + 1 });
    }
  }
  return chosen;
}
