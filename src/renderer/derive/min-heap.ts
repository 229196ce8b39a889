/** Numbers with a key each, of which the smallest key is taken first: O(log n) each way. */
export class MinHeap {
  private readonly keys: number[] = [];
  private readonly values: number[] = [];

  get size(): number {
    return this.keys.length;
  }

  /** The smallest key; Infinity: it is empty. */
  get smallest(): number {
    return this.keys[0] ?? Number.POSITIVE_INFINITY;
  }

  push(key: number, value: number): void {
    let at = this.keys.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.keyAt(parent) <= key) break;
      this.set(at, this.keyAt(parent), this.values[parent] ?? 0);
      at = parent;
    }
    this.set(at, key, value);
  }

  /** Takes out what has the smallest key. @returns its value; -1: it is empty */
  pop(): number {
    const first = this.values[0] ?? -1;
    const key = this.keys.pop() ?? 0;
    const value = this.values.pop() ?? 0;
    const { length } = this.keys;
    if (length === 0) return first;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && this.keyAt(child + 1) < this.keyAt(child)) child++;
      if (this.keyAt(child) >= key) break;
      this.set(at, this.keyAt(child), this.values[child] ?? 0);
      at = child;
    }
    this.set(at, key, value);
    return first;
  }

  private keyAt(at: number): number {
    return this.keys[at] ?? Number.POSITIVE_INFINITY;
  }

  private set(at: number, key: number, value: number): void {
    this.keys[at] = key;
    this.values[at] = value;
  }
}
