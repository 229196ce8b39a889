/** Calls of one thread of a VizTracer file: those within another call, in order of time. */
import type { SliceLane } from '../../shared/slices';
import type { CallKind } from './call-kinds';

export interface Call {
  readonly kind: CallKind;
  /** ns since the clock base. */
  readonly begin: number;
  readonly end: number;
  /** Row of the lane that it stands on. */
  readonly row: number;
}

export class LaneCalls {
  /** @param kinds of each text */
  constructor(
    private readonly lane: SliceLane,
    private readonly kinds: Uint8Array,
  ) {}

  /** Every call of a kind, whatever called it, by row and time. */
  all(kind: CallKind): Call[] {
    const found: Call[] = [];
    for (let row = 0; row + 1 < this.lane.rows.length; row++) this.addFromRow(found, row, kind, null);
    return found;
  }

  /** What a call called itself. */
  children({ row, begin, end }: Call): Call[] {
    const found: Call[] = [];
    if (row + 2 < this.lane.rows.length) this.addFromRow(found, row + 1, null, { begin, end });
    return found;
  }

  /** Calls of a kind within another, however deep, by time. */
  within(outer: Call, kind: CallKind): Call[] {
    const found: Call[] = [];
    for (let row = outer.row + 1; row + 1 < this.lane.rows.length; row++) this.addFromRow(found, row, kind, outer);
    return found.sort((a, b) => a.begin - b.begin);
  }

  private addFromRow(
    found: Call[],
    row: number,
    kind: CallKind | null,
    within: Pick<Call, 'begin' | 'end'> | null,
  ): void {
    const { rows, begin, end, nameText } = this.lane;
    const last = rows[row + 1] ?? 0;
    for (let slice = within === null ? (rows[row] ?? 0) : this.firstFrom(row, within.begin); slice < last; slice++) {
      const from = begin[slice] ?? 0;
      if (within !== null && from >= within.end) break;
      const of = this.kinds[nameText[slice] ?? 0] as CallKind;
      if (kind === null || of === kind) found.push({ kind: of, begin: from, end: end[slice] ?? from, row });
    }
  }

  /** The first slice of a row that begins at a moment or later. */
  private firstFrom(row: number, at: number): number {
    const { rows, begin } = this.lane;
    let low = rows[row] ?? 0;
    let high = rows[row + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((begin[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
