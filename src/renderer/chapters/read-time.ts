/** A moment as a person types it: `412 ms`, `1.25 s`; a number alone is in ms. */
import { amount, readValue } from '../derive/search/units';

/** @returns ns, or null for what is not a time */
export function readTime(typed: string): number | null {
  const text = typed.replaceAll(/[\s,]/g, '');
  if (/^-/.test(text)) return null;
  const value = readValue(text, 0, 'duration');
  if (value === null || value.end !== text.length) return null;
  return amount({ digits: value.digits, unit: value.unit ?? 'ms' }, 'duration');
}
