/** Typed arrays that grow. Appending is amortised constant time; memory is at most twice what is used, less when large. */

type TypedArray = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;
type TypedArrayConstructor<A extends TypedArray> = new (length: number) => A;

/** Longer arrays grow by a quarter: of ten million elements nobody wants to pay for twenty. */
const LARGE = 65_536;

/** A copy of `array` with room for at least `length` elements; the array itself if it has that room. */
export function grown<A extends TypedArray>(array: A, length: number): A {
  if (length <= array.length) return array;
  const roomy = array.length < LARGE ? array.length * 2 : Math.ceil(array.length * 1.25);
  return enlarged(array, Math.max(length, roomy, 64));
}

/** A copy of `array` with room for exactly `length` elements. */
export function enlarged<A extends TypedArray>(array: A, length: number): A {
  const larger = new (array.constructor as TypedArrayConstructor<A>)(length);
  larger.set(array);
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

  /** Makes room for exactly `length` elements, where that many are expected. */
  reserve(length: number): void {
    if (length > this.array.length) this.array = enlarged(this.array, length);
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
