/**
 * Lanes of slots: a slot outlives its processes, so that a lane holds the lives and the work of all that had it, one
 * after the other. 9 bytes a task while it is looked at.
 */
import { Vector } from '../../shared/vector';
import type { RunData } from '../store/facts';
import { LaneIndex } from './lane-index';
import { reachedWorker } from './reached-worker';
import { SpanSeries } from './span-series';

/** Parts of `SlotLane.lives`. */
export const LIFE_PARTS = { boot: 0, alive: 1, exiting: 2 } as const;

export interface SlotLane {
  readonly lane: LaneIndex;
  /** Indexes of the workers that had the slot, in order of their spawn. */
  readonly workers: Vector<Uint32Array>;
  /** Lives that are over: those of the first `lives.length` workers. */
  readonly lives: SpanSeries;
  /** Indexes of the workers that crashed, in order. */
  readonly crashes: Vector<Uint32Array>;
}

export class SlotLanes {
  order: readonly number[] = [];
  private readonly slots: (SlotLane | undefined)[] = [];
  private seenWorkers = 0;
  private seenRows = 0;

  constructor(private readonly data: RunData) {}

  get unfinished(): boolean {
    return this.seenRows < this.data.table.length;
  }

  /** @param most rows to take in */
  update(most: number): void {
    const { table, workers } = this.data;
    for (; this.seenWorkers < workers.length; this.seenWorkers++) {
      const worker = workers[this.seenWorkers];
      if (worker === undefined) break;
      this.slot(worker.slot).workers.push(worker.index);
    }
    const end = Math.min(table.length, this.seenRows + most);
    for (; this.seenRows < end; this.seenRows++) {
      const record = workers[table.columns.worker[this.seenRows] ?? 0];
      if (record !== undefined && reachedWorker(table.columns, this.seenRows))
        this.slot(record.slot).lane.addRow(this.seenRows);
    }
    for (const slot of this.slots) {
      if (slot === undefined) continue;
      slot.lane.update();
      this.closeLives(slot);
    }
  }

  get(key: number): SlotLane | undefined {
    return this.slots[key];
  }

  lane(key: number): LaneIndex | undefined {
    return this.slots[key]?.lane;
  }

  keyOf(row: number): number {
    const { table, workers } = this.data;
    return row < table.length ? (workers[table.columns.worker[row] ?? 0]?.slot ?? -1) : -1;
  }

  private closeLives({ workers, lives, crashes }: SlotLane): void {
    for (; lives.length < workers.length; lives.append()) {
      const record = this.data.workers[workers.array[lives.length] ?? 0];
      if (record === undefined || record.exit === null) return;
      if (record.exit.kind === 'crashed') crashes.push(record.index);
    }
  }

  private slot(number: number): SlotLane {
    const known = this.slots[number];
    if (known !== undefined) return known;
    const { table, workers } = this.data;
    const members = new Vector(Uint32Array);
    const slot: SlotLane = {
      lane: new LaneIndex(table, workers, -1),
      workers: members,
      lives: new SpanSeries(3, true, (span, into) => {
        const record = workers[members.array[span] ?? 0];
        const exit = record?.exit?.at ?? 0;
        into[0] = record?.spawnedAt ?? exit;
        into[1] = record?.readyAt ?? exit;
        into[2] = record?.exitingAt ?? exit;
        into[3] = exit;
      }),
      crashes: new Vector(Uint32Array),
    };
    this.slots[number] = slot;
    this.order = this.slots.flatMap((some, key) => (some === undefined ? [] : [key]));
    return slot;
  }
}
