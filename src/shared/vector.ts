/** Typed arrays that grow. Appending is amortised constant time; memory is at most twice what is used. */

type TypedArray = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;
type TypedArrayConstructor<A extends TypedArray> = new (length: number) => A;

/** A copy of `array` with room for at least `length` elements; the array itself if it has that room. */
export function grown<A extends TypedArray>(array: A, length: number, fill = 0): A {
  if (length <= array.length) return array;
  const larger = new (array.constructor as TypedArrayConstructor<A>)(Math.max(length, array.length * 2, 64));
  larger.set(array);
  if (fill !== 0) larger.fill(fill, array.length);
  return larger;
}

/** Append-only numbers. Read `array` up to `length`; do not keep `array`, it is replaced when it grows. */
export class Vector<A extends TypedArray> {
  array: A;
  length = 0;

  constructor(type: TypedArrayConstructor<A>) {
    this.array = new type(64);
  }

  push(value: number): void {
    this.array = grown(this.array, this.length + 1);
    this.array[this.length++] = value;
  }

  append(values: A): void {
    this.array = grown(this.array, this.length + values.length);
    this.array.set(values, this.length);
    this.length += values.length;
  }

  /** Elements `start` to the end, copied. */
  tail(start: number): A {
    return this.array.slice(start, this.length) as A;
  }
}
