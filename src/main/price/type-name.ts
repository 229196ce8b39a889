/** What a value is, in one word. */

export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return 'array';
  try {
    const name = Object.prototype.toString.call(value).slice('[object '.length, -1);
    return name === 'Object' ? 'object' : name;
  } catch {
    // An object may raise when it is asked.
    return 'object';
  }
}
