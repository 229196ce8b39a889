/** One `pool.map` of a program: its items are dealt out to its idle workers, one at a time. */

export class PoolCall {
  private readonly values: number[] = [];
  private next = 0;
  private done = 0;

  constructor(
    readonly name: string,
    private readonly items: readonly number[],
  ) {}

  /** @returns null: all are dealt out */
  deal(): { readonly index: number; readonly item: number } | null {
    const index = this.next;
    const item = this.items[index];
    if (item === undefined) return null;
    this.next++;
    return { index, item };
  }

  /** @returns all results in input order, with the last one; null: there are more to come */
  take(index: number, value: number): readonly number[] | null {
    this.values[index] = value;
    this.done++;
    return this.done === this.items.length ? this.values : null;
  }
}
