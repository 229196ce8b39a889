/**
 * What the lanes of a run are, by grouping: workers, slots, or lines of chunks. Those of workers are always there; the
 * others are made when they are looked at, kept up while they are, and dropped with the next grouping.
 */
import type { LanePreferences } from '../../shared/settings';
import type { Facts, RunData } from '../store/facts';
import { ChunkLines } from './chunk-lines';
import type { LaneIndex } from './lane-index';
import { type RunIndex, runIndexOf } from './run-index';
import { SlotLanes } from './slot-lanes';

export interface LaneGroups {
  /** Keys of lanes as they come; another array when there are others. */
  readonly order: readonly number[];
  lane(key: number): LaneIndex | undefined;
  /** The lane of a row; -1: none, as far as is known. */
  keyOf(row: number): number;
  /** Whether rows are still to be sorted into lanes. */
  readonly unfinished: boolean;
}

export class WorkerLanes implements LaneGroups {
  readonly unfinished = false;

  constructor(
    private readonly data: RunData,
    private readonly index: RunIndex,
  ) {}

  get order(): readonly number[] {
    return this.index.order;
  }

  lane(key: number): LaneIndex | undefined {
    return this.index.lanes[key];
  }

  keyOf(row: number): number {
    return row < this.data.table.length ? (this.data.table.columns.worker[row] ?? -1) : -1;
  }
}

export type AnyGroups = WorkerLanes | SlotLanes | ChunkLines;

/** Rows that are sorted into lanes at one call: more would be felt in a frame. */
const ROWS_A_CALL = 16_000;

interface Known {
  readonly groupBy: LanePreferences['groupBy'];
  readonly groups: AnyGroups;
  revision: number;
}

const known = new WeakMap<RunData, Known>();

/** The lanes of a run, as far as they are sorted out; each call goes on where the last one stopped. */
export function laneGroupsOf(facts: Facts, groupBy: LanePreferences['groupBy']): AnyGroups {
  let own = known.get(facts.data);
  if (own?.groupBy !== groupBy) {
    own = { groupBy, groups: makeGroups(facts, groupBy), revision: -1 };
    known.set(facts.data, own);
  }
  const { groups } = own;
  if (groups instanceof WorkerLanes) runIndexOf(facts);
  else if (own.revision !== facts.revision || groups.unfinished) groups.update(ROWS_A_CALL);
  own.revision = facts.revision;
  return groups;
}

function makeGroups(facts: Facts, groupBy: LanePreferences['groupBy']): AnyGroups {
  if (groupBy === 'slot') return new SlotLanes(facts.data);
  if (groupBy === 'chunk') return new ChunkLines(facts.data);
  return new WorkerLanes(facts.data, runIndexOf(facts));
}
