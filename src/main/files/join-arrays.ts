/**
 * Columns of the same names and types, one after the other, in one buffer of their own: a message pays for each buffer
 * that it carries, and for all of a buffer of which it carries a part.
 */

type Numbers = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;
type Columns<Of> = { readonly [Name in keyof Of]: Numbers };

/** @param parts at least one */
export function joinArrays<Of extends Columns<Of>>(parts: readonly Of[]): Of {
  const [first] = parts;
  if (first === undefined) throw new RangeError('Nothing to join');
  const names = Object.keys(first) as (keyof Of & string)[];
  // The widest elements first: in this order they share a buffer without gaps.
  const byWidth = [...names].sort((a, b) => first[b].BYTES_PER_ELEMENT - first[a].BYTES_PER_ELEMENT);
  const total = (name: keyof Of): number => parts.reduce((sum, part) => sum + part[name].length, 0);
  const bytes = names.reduce((sum, name) => sum + total(name) * first[name].BYTES_PER_ELEMENT, 0);
  const buffer = new ArrayBuffer(bytes);
  const joined: Partial<Record<keyof Of, Numbers>> = {};
  let offset = 0;
  for (const name of byWidth) {
    const length = total(name);
    const type = first[name].constructor as new (buffer: ArrayBuffer, offset: number, length: number) => Numbers;
    const column = new type(buffer, offset, length);
    let at = 0;
    for (const part of parts) {
      column.set(part[name], at);
      at += part[name].length;
    }
    joined[name] = column;
    offset += column.byteLength;
  }
  return joined as Of;
}
