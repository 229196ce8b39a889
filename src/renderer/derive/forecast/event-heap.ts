/** Events by when they are due, earliest first: a binary heap of numbers. */
export class EventHeap {
  private readonly keys: number[] = [];
  private readonly values: number[] = [];

  get size(): number {
    return this.keys.length;
  }

  /** When the next event is due; infinite when there is none. */
  get firstKey(): number {
    return this.keys[0] ?? Number.POSITIVE_INFINITY;
  }

  push(key: number, value: number): void {
    let at = this.keys.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.keys[parent] ?? 0;
      if (above <= key) break;
      this.put(at, above, this.values[parent] ?? 0);
      at = parent;
    }
    this.put(at, key, value);
  }

  /** Takes the earliest event out. @returns its value; -1 when there is none */
  pop(): number {
    const first = this.values[0] ?? -1;
    const key = this.keys.pop();
    const value = this.values.pop();
    if (key === undefined || value === undefined || this.keys.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.keys.length) break;
      const right = left + 1;
      const leftKey = this.keys[left] ?? 0;
      const rightKey = this.keys[right] ?? Number.POSITIVE_INFINITY;
      const child = rightKey < leftKey ? right : left;
      const below = Math.min(leftKey, rightKey);
      if (below >= key) break;
      this.put(at, below, this.values[child] ?? 0);
      at = child;
    }
    this.put(at, key, value);
    return first;
  }

  private put(at: number, key: number, value: number): void {
    this.keys[at] = key;
    this.values[at] = value;
  }
}
