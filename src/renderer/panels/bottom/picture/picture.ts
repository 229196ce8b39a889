/**
 * A picture as it grows: fetches tiles of tasks that have come back, in batches, and paints them once. It outlives the
 * panel that shows it, so that changing tabs loses nothing.
 */
import type { Answer, Tile } from '../../../../shared/ipc';
import type { Facts } from '../../../store/facts';
import type { Growing } from '../per-run';
import { colourTile } from './colour-map';
import { ComputedTasks } from './computed-tasks';
import { paintedTilePx, type TileGrid } from './tile-grid';

export type FetchTiles = (tasks: readonly number[]) => Promise<Answer<readonly Tile[]>>;

/** The contract's limit for one call, and some 8 MB of counts. */
const MOST_PER_CALL = 500;
const MOST_COUNTS_PER_CALL = 2_000_000;

export function tilesPerCall(tilePx: number): number {
  return Math.max(1, Math.min(MOST_PER_CALL, Math.floor(MOST_COUNTS_PER_CALL / tilePx ** 2)));
}

export class Picture implements Growing {
  readonly canvas: HTMLCanvasElement;
  /** Tiles painted so far. */
  painted = 0;
  private readonly sidePx: number;
  private readonly tasks = new ComputedTasks();
  private readonly seen = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private waiting: number[] = [];
  private busy = false;

  constructor(
    readonly grid: TileGrid,
    private readonly fetch: FetchTiles,
  ) {
    this.sidePx = paintedTilePx(grid);
    this.canvas = document.createElement('canvas');
    this.canvas.width = grid.columns * this.sidePx;
    this.canvas.height = grid.rows * this.sidePx;
  }

  update(facts: Facts): void {
    this.waiting.push(...this.tasks.takeNew(facts));
    if (!this.busy) void this.load();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private async load(): Promise<void> {
    const batch = this.waiting.splice(0, tilesPerCall(this.grid.tilePx));
    if (batch.length === 0) return;
    this.busy = true;
    try {
      const answer = await this.fetch(batch);
      if (answer.ok) for (const tile of answer.value) this.paint(tile);
    } catch {
      // Main is gone, and the window with it in a moment.
      return;
    } finally {
      this.busy = false;
    }
    for (const listener of this.listeners) listener();
    await this.load();
  }

  private paint({ column, row, sizePx, maxIterations, iterations }: Tile): void {
    const context = this.canvas.getContext('2d');
    if (context === null) return;
    const image = new ImageData(sizePx, sizePx);
    colourTile(iterations, maxIterations, new Uint32Array(image.data.buffer));
    const { sidePx } = this;
    if (sizePx === sidePx) context.putImageData(image, column * sidePx, row * sidePx);
    else {
      const whole = new OffscreenCanvas(sizePx, sizePx);
      whole.getContext('2d')?.putImageData(image, 0, 0);
      context.drawImage(whole, column * sidePx, row * sidePx, sidePx, sidePx);
    }
    const tile = row * this.grid.columns + column;
    if (!this.seen.has(tile)) this.painted++;
    this.seen.add(tile);
  }
}
