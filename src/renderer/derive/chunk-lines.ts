/**
 * Lanes of chunks: every chunk from sent to received with its tasks in it, side by side in as few lines as there are
 * chunks under way at one moment. 9 bytes a task and 2 a chunk while it is looked at.
 */
import { outcomeCode } from '../../shared/telemetry';
import { Vector } from '../../shared/vector';
import type { RunData } from '../store/facts';
import { IntervalPacker } from './interval-packer';
import { LaneIndex } from './lane-index';
import { reachedWorker } from './reached-worker';

const NONE = 0xffff;

interface OpenChunk {
  /** Its first row. */
  readonly first: number;
  readonly line: number;
}

export class ChunkLines {
  order: readonly number[] = [];
  /** Chunks so far. */
  chunks = 0;
  private readonly packer = new IntervalPacker();
  private readonly lines: LaneIndex[] = [];
  /** By number of the chunk. */
  private readonly lineOf = new Vector(Uint16Array);
  /** Chunks that had no end when they were looked at last: as many as the pool has under way. */
  private open: OpenChunk[] = [];
  private seenRows = 0;

  constructor(private readonly data: RunData) {}

  get unfinished(): boolean {
    return this.seenRows < this.data.table.length;
  }

  /** @param most rows to take in */
  update(most: number): void {
    this.open = this.open.filter((chunk) => !this.close(chunk));
    const { columns, length } = this.data.table;
    const end = Math.min(length, this.seenRows + most);
    for (; this.seenRows < end; this.seenRows++) {
      if (!reachedWorker(columns, this.seenRows)) continue;
      const line = this.lineAt(this.seenRows, columns.chunk[this.seenRows] ?? 0);
      this.lines[line]?.addRow(this.seenRows);
    }
    for (const line of this.lines) line.update();
  }

  lane(key: number): LaneIndex | undefined {
    return this.lines[key];
  }

  keyOf(row: number): number {
    if (row >= this.seenRows) return -1;
    const line = this.lineOf.array[this.data.table.columns.chunk[row] ?? 0] ?? NONE;
    return line === NONE ? -1 : line;
  }

  private lineAt(row: number, chunk: number): number {
    while (this.lineOf.length <= chunk) this.lineOf.push(NONE);
    const known = this.lineOf.array[chunk] ?? NONE;
    if (known !== NONE) return known;
    const line = this.packer.place(this.beginOf(row));
    this.lineOf.array[chunk] = line;
    this.chunks++;
    if (line === this.lines.length) {
      this.lines.push(new LaneIndex(this.data.table, this.data.workers, -1));
      this.order = this.lines.map((_, key) => key);
    }
    const opened = { first: row, line };
    if (!this.close(opened)) this.open.push(opened);
    return line;
  }

  /** @returns false: it has no end yet */
  private close({ first, line }: OpenChunk): boolean {
    const end = this.endOf(first);
    if (Number.isNaN(end)) return false;
    this.packer.end(line, end);
    return true;
  }

  private beginOf(row: number): number {
    const { argsSent, runBegin } = this.data.table.columns;
    return argsSent[row] || runBegin[row] || 0;
  }

  /** When a chunk came back, or was lost with its worker; NaN: neither yet. */
  private endOf(row: number): number {
    const { resultReceived, outcome, worker } = this.data.table.columns;
    const received = resultReceived[row] ?? Number.NaN;
    if (!Number.isNaN(received) || outcome[row] === outcomeCode.pending) return received;
    return this.data.workers[worker[row] ?? 0]?.exit?.at ?? this.beginOf(row);
  }
}
