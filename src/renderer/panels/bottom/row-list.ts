/** Rows of the task table in an order of their own, append only, and the place of each in it. */
import { grown, Vector } from '../../../shared/vector';

export class RowList {
  private readonly rows = new Vector(Uint32Array);
  /** By row: its place + 1; 0: none. */
  private places = new Uint32Array(256);

  get length(): number {
    return this.rows.length;
  }

  push(row: number): void {
    this.rows.push(row);
    this.places = grown(this.places, row + 1);
    this.places[row] = this.rows.length;
  }

  at(place: number): number {
    return this.rows.array[place] ?? 0;
  }

  /** @returns null for a row that is not in the list */
  placeOf(row: number): number | null {
    const place = this.places[row] ?? 0;
    return place === 0 ? null : place - 1;
  }
}
