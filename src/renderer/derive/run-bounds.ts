/**
 * Where the run times and sizes of a run are parted into classes, the same numbers for whoever draws and for the legend.
 * They follow the run in steps, when it has doubled and when it has ended: each step sorts tasks into colours anew.
 */
import type { TaskTable } from '../../shared/task-table';
import type { Facts, RunData } from '../store/facts';
import { classBounds, sampleRows } from './class-bounds';
import { payloadOf } from './classing';

type Measure = 'duration' | 'payload';

interface Known {
  readonly key: string;
  readonly bounds: readonly number[];
}

const known: Record<Measure, WeakMap<RunData, Known>> = { duration: new WeakMap(), payload: new WeakMap() };

/** @returns ns of the run phase, or bytes of argument and result together; see classBounds */
export function runBounds({ data, ended }: Facts, measure: Measure): readonly number[] {
  const { table } = data;
  const key = ended === null ? String(Math.floor(Math.log2(table.length + 1))) : 'whole';
  const last = known[measure].get(data);
  if (last?.key === key) return last.bounds;
  const bounds = classBounds(sampleRows(table, measure === 'duration' ? runNsOf(table) : bytesOf(table)));
  // The same numbers are the same array: what was sorted by them stays good.
  const same = last !== undefined && last.bounds.join() === bounds.join();
  known[measure].set(data, { key, bounds: same ? last.bounds : bounds });
  return same ? last.bounds : bounds;
}

const bytesOf = (table: TaskTable) => (row: number) => payloadOf(table, row);

function runNsOf({ columns: { runBegin, runEnd } }: TaskTable): (row: number) => number {
  return (row) => (runEnd[row] ?? Number.NaN) - (runBegin[row] ?? Number.NaN);
}
