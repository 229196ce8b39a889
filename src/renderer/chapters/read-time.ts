/** A moment as a person types it: `412 ms`, `1.25 s`, `-3 ms` before the zero of the axis; a number alone is in ms. */
import { amount, readValue } from '../derive/search/units';

/** @returns ns, or null for what is not a time */
export function readTime(typed: string): number | null {
  const text = typed.replaceAll(/[\s,]/g, '');
  const sign = text.startsWith('-') ? -1 : 1;
  const value = readValue(text, sign === 1 ? 0 : 1, 'duration');
  if (value === null || value.end !== text.length) return null;
  const ns = amount({ digits: value.digits, unit: value.unit ?? 'ms' }, 'duration');
  return ns === null ? null : sign * ns;
}
