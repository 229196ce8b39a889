/** The summary as JSON text. Integers beyond 2^53 are exact integer literals, which plain JSON.stringify cannot write. */
import { stringify } from 'lossless-json';
import type { Summary } from '../../shared/summary';

export function summaryJson(summary: Summary): string {
  return stringify(summary, (_key, value) => jsonable(value)) ?? '';
}

function jsonable(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  // Typed arrays would become objects with one key an element.
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Uint8Array);
  return value;
}
