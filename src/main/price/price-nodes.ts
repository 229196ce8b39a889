/** Makes the nodes that cross to the window out of the parts of a pickle. */
import type { PriceNode } from '../../shared/price';
import type { Part } from './part';

const MOST_TYPES = 3;

/** @param chosen parts that get a node of their own; the others share one a parent @param ns times that were measured */
export function priceNode(part: Part, chosen: ReadonlySet<Part>, ns: ReadonlyMap<Part, number>): PriceNode {
  const children: PriceNode[] = [];
  const rest: Part[] = [];
  for (const child of part.children.values()) {
    if (chosen.has(child)) children.push(priceNode(child, chosen, ns));
    else rest.push(child);
  }
  if (rest.length > 0) children.push(restNode(rest));
  return {
    kind: part.kind,
    key: part.key,
    type: typeWords(part.types),
    count: part.count,
    length: part.length,
    preview: part.count === 1 ? part.preview : '',
    bytes: part.bytes,
    nameBytes: part.nameBytes,
    ns: ns.get(part) ?? null,
    trouble: null,
    children,
  };
}

function restNode(parts: readonly Part[]): PriceNode {
  const sum = (read: (part: Part) => number): number => parts.reduce((total, part) => total + read(part), 0);
  return {
    kind: 'rest',
    key: '',
    type: '',
    count: parts.length,
    length: null,
    preview: '',
    bytes: sum(({ bytes }) => bytes),
    nameBytes: sum(({ nameBytes }) => nameBytes),
    ns: null,
    trouble: null,
    children: [],
  };
}

function typeWords(types: ReadonlySet<string>): string {
  const words = [...types];
  if (words.length <= MOST_TYPES) return words.join(' or ');
  return `${words.slice(0, MOST_TYPES).join(' or ')} or others`;
}
