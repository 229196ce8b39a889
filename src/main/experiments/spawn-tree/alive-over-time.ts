/** How many processes there were at each moment: from their starts to their ends. */
import type { ProcessRecord } from './process-record';

export interface AliveOverTime {
  readonly at: readonly number[];
  /** From that moment on. */
  readonly alive: readonly number[];
}

export function aliveOverTime(records: readonly ProcessRecord[]): AliveOverTime {
  const changes = records.flatMap(({ startedAt, endedAt }) => [
    { at: startedAt, by: 1 },
    ...(endedAt === null ? [] : [{ at: endedAt, by: -1 }]),
  ]);
  // Who ends at the moment at which another starts was counted with it: the larger number is the one that is told.
  changes.sort((a, b) => a.at - b.at || b.by - a.by);
  const alive: number[] = [];
  for (const { by } of changes) alive.push((alive.at(-1) ?? 0) + by);
  return { at: changes.map(({ at }) => at), alive };
}
