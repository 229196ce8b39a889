/**
 * What pickling a task's argument or result costs, property by property. Measured again on request, after the run:
 * what the run itself recorded is the whole, not its parts.
 */

export const PRICE_SIDES = ['argument', 'result'] as const;
export type PriceSide = (typeof PRICE_SIDES)[number];

/** More bytes than this are not pickled again: it would keep the main process busy for long. */
export const MOST_PRICED_BYTES = 4 * 1024 * 1024;
/** Nodes of a tree at most; what does not fit is summed up in nodes of kind `rest`. */
export const MOST_PRICE_NODES = 200;

/**
 * `value`: one value, or the same property of several. `items`: all elements of arrays or sets. `keys`, `values`: of
 * maps. `rest`: properties that are not listed one by one.
 */
export type PriceKind = 'value' | 'items' | 'keys' | 'values' | 'rest';

export interface PriceNode {
  readonly kind: PriceKind;
  /** Name of the property or index of the element; empty for the whole and where the kind says it. */
  readonly key: string;
  /** `object`, `array`, `string`, `Uint8Array`, ...; several joined by "or". */
  readonly type: string;
  /** How many values this stands for. */
  readonly count: number;
  /** Elements of arrays, sets and maps, all together; null for what has none. */
  readonly length: number | null;
  /** The value itself, shortened, where it is one that can be shown; otherwise empty. */
  readonly preview: string;
  /** Part of the pickle that it takes, its name included; null: it cannot be pickled. */
  readonly bytes: number | null;
  /** Of them the names of properties, its own and those below it. */
  readonly nameBytes: number;
  /** Time to pickle it, without what setting up costs; null: not measured. */
  readonly ns: number | null;
  /** Why it cannot be pickled, or null. */
  readonly trouble: string | null;
  readonly children: readonly PriceNode[];
}

export interface Price {
  readonly root: PriceNode;
  /** Time to pickle the whole, as the pool does it; null: not measured. */
  readonly ns: number | null;
  /** Of it the time that pickling an empty list takes. */
  readonly setUpNs: number | null;
  /** A sentence about what is shown, where it needs one. */
  readonly note: string | null;
}
