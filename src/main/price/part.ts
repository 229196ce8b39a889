/** A stretch of a pickle while it is being read: what it is, and how many bytes it and each of its properties take. */
import type { PriceKind } from '../../shared/price';

/** More parts than this are not told apart: a pickle may hold a million different names. */
const MOST_PARTS = 20_000;

export class Part {
  count = 0;
  bytes = 0;
  nameBytes = 0;
  length: number | null = null;
  preview = '';
  readonly types = new Set<string>();
  readonly children = new Map<string, Part>();

  constructor(
    readonly kind: PriceKind,
    readonly key: string,
    private readonly made = { parts: 0 },
  ) {
    made.parts++;
  }

  /** The part of this kind and key; all that do not fit share one. */
  child(kind: PriceKind, key: string): Part {
    const known = this.children.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    if (this.made.parts >= MOST_PARTS && kind !== 'rest') return this.child('rest', '');
    const child = new Part(kind, key, this.made);
    this.children.set(`${kind} ${key}`, child);
    return child;
  }
}
