/**
 * How large what tasks carried was against how long a phase took: counted in cells of a fine logarithmic grid, so that
 * any number of tasks costs the same to draw, and kept one by one as long as they are few.
 */
import { type Phase, phaseNanos } from '../../../shared/phases';
import type { TaskColumns } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';
import { type Counted, perScope, type RowCounter } from './per-scope';
import type { Scope } from './scope';

/** Cells of the fine grid for each doubling, of size and of time. */
const PER_DOUBLING = 8;
/** Sizes are below 2 ** 32 B; what takes longer than 2 ** 46 ns counts in the last line. */
const SIZES = 32 * PER_DOUBLING;
const TIMES = 46 * PER_DOUBLING;
/** Shorter than this is told by no clock: it counts as if it took this long. */
export const LEAST_NS = 16;
/** Above this tasks are not drawn one by one. */
export const MOST_POINTS = 2000;

export interface SizeCell {
  /** [fromBytes, toBytes), [fromNs, toNs) */
  readonly fromBytes: number;
  readonly toBytes: number;
  readonly fromNs: number;
  readonly toNs: number;
  readonly count: number;
}

export type Pickle = 'argument' | 'result';

export class SizeGrid implements RowCounter {
  /** Tasks with a size and a time. */
  count = 0;
  /** Tasks that came through the phase and carried nothing. */
  withoutSize = 0;
  minBytes = Number.POSITIVE_INFINITY;
  maxBytes = 0;
  minNs = Number.POSITIVE_INFINITY;
  maxNs = 0;
  /** Rows of the first tasks; all of them up to MOST_POINTS. */
  readonly points: number[] = [];
  private readonly counts = new Uint32Array(SIZES * TIMES);

  constructor(
    private readonly pickle: Pickle,
    private readonly phase: Phase,
  ) {}

  add(columns: TaskColumns, row: number): void {
    const ns = this.nanosOf(columns, row);
    const bytes = this.bytesOf(columns, row);
    if (Number.isNaN(ns)) return;
    if (bytes === 0) {
      this.withoutSize++;
      return;
    }
    const cell = indexOf(bytes, SIZES) * TIMES + indexOf(ns, TIMES);
    this.counts[cell] = (this.counts[cell] ?? 0) + 1;
    if (this.count++ < MOST_POINTS) this.points.push(row);
    this.minBytes = Math.min(this.minBytes, bytes);
    this.maxBytes = Math.max(this.maxBytes, bytes);
    this.minNs = Math.min(this.minNs, ns);
    this.maxNs = Math.max(this.maxNs, ns);
  }

  bytesOf(columns: TaskColumns, row: number): number {
    return (this.pickle === 'argument' ? columns.argsBytes[row] : columns.resultBytes[row]) ?? 0;
  }

  /** At least LEAST_NS; NaN: the phase did not come to its end. */
  nanosOf(columns: TaskColumns, row: number): number {
    return Math.max(LEAST_NS, phaseNanos(columns, row, this.phase));
  }

  /**
   * Cells with something in them; together they hold every task that has a size.
   * @param wide fine cells that are put together to one, by size; `high`: by time
   */
  cells(wide: number, high: number): SizeCell[] {
    if (this.count === 0) return [];
    const [x0, x1] = [indexOf(this.minBytes, SIZES), indexOf(this.maxBytes, SIZES)];
    const [y0, y1] = [indexOf(this.minNs, TIMES), indexOf(this.maxNs, TIMES)];
    const found: SizeCell[] = [];
    for (let x = Math.floor(x0 / wide) * wide; x <= x1; x += wide) {
      for (let y = Math.floor(y0 / high) * high; y <= y1; y += high) {
        const count = this.sum(x, Math.min(x + wide, SIZES), y, Math.min(y + high, TIMES));
        if (count === 0) continue;
        const [fromBytes, toBytes] = [startOf(x), startOf(x + wide)];
        found.push({ fromBytes, toBytes, fromNs: startOf(y), toNs: startOf(y + high), count });
      }
    }
    return found;
  }

  private sum(x0: number, x1: number, y0: number, y1: number): number {
    let sum = 0;
    for (let x = x0; x < x1; x++) {
      for (let y = y0; y < y1; y++) sum += this.counts[x * TIMES + y] ?? 0;
    }
    return sum;
  }
}

/** Whether a row is counted in a cell: asked of the same grid, so that it answers exactly as it counted. */
export function isIn({ fromBytes, toBytes, fromNs, toNs }: SizeCell, bytes: number, ns: number): boolean {
  const [x, y] = [indexOf(bytes, SIZES), indexOf(ns, TIMES)];
  return bytes > 0 && x >= near(fromBytes) && x < near(toBytes) && y >= near(fromNs) && y < near(toNs);
}

function indexOf(value: number, cells: number): number {
  return Math.min(cells - 1, Math.max(0, Math.floor(Math.log2(value) * PER_DOUBLING)));
}

function startOf(index: number): number {
  return 2 ** (index / PER_DOUBLING);
}

/** The index that `startOf` came from, whatever rounding did. */
function near(start: number): number {
  return Math.round(Math.log2(start) * PER_DOUBLING);
}

const grids = perScope((key: string) => {
  const [pickle, phase] = key.split(' ') as [Pickle, Phase];
  return new SizeGrid(pickle, phase);
});

export function sizeGrid(facts: Facts, scope: Scope, pickle: Pickle, phase: Phase, most?: number): Counted<SizeGrid> {
  return grids(facts, scope, `${pickle} ${phase}`, most);
}
