/** A part of a value of which nothing but its name and type is known. */
import type { PriceNode } from '../../shared/price';

export function bareNode(key: string, type: string): PriceNode {
  return {
    kind: 'value',
    key,
    type,
    count: 1,
    length: null,
    preview: '',
    bytes: null,
    nameBytes: 0,
    ns: null,
    trouble: null,
    children: [],
  };
}
