/** The figures of a run of the spawn tree; their names are a contract with the lesson that shows them. */
import type { SpawnTreeFigures } from '../../../shared/spawn-tree';
import { aliveOverTime } from './alive-over-time';
import { type ProcessRecord, type Step, stepLength } from './process-record';
import type { ProcessTree } from './process-tree';

/** @param isAlive whether the operating system still has a process */
export function treeFigures(
  { records, refusals, endedAt, endedBy, refusedFor }: ProcessTree,
  isAlive: (pid: number) => boolean,
): Partial<SpawnTreeFigures> {
  const lastEnd = Math.max(...records.map((record) => record.endedAt ?? Number.NaN));
  const figures = {
    started: records.length,
    children: records.filter(({ depth }) => depth === 1).length,
    deepest: Math.max(...records.map(({ depth }) => depth)),
    aliveMost: Math.max(...aliveOverTime(records).alive),
    refused: refusals,
    raised: records.filter(({ raised }) => raised !== null).length,
    bootMs: median(lengths(records, 'boot')) / 1e6,
    importMs: median(lengths(records.slice(1), 'import')) / 1e6,
    leftAlive: records.filter(({ pid }) => pid !== null && isAlive(pid)).length,
    goneMs: Math.max(0, lastEnd - endedAt) / 1e6,
    timeUp: endedBy === 'time' ? 1 : 0,
    tooDeep: refusedFor.has('depth') ? 1 : 0,
  } satisfies Record<keyof SpawnTreeFigures, number>;
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => !Number.isNaN(value)));
}

const lengths = (records: readonly ProcessRecord[], step: Step): readonly number[] =>
  records.flatMap((record) => stepLength(record, step) ?? []);

/** NaN: there are none. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
