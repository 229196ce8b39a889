/** What was run and where, as names and values for a list. */
import { formatCount } from '../../shared/format';
import type { SessionHeader } from '../../shared/session/session-header';

export function scenarioFacts({ scenario, tasks, chunksize, machine, epochMs, poolscope }: SessionHeader) {
  const { engine, pool, call, workload, seed } = scenario;
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['Engine', engine],
    ...(engine === 'serial'
      ? []
      : [[engine === 'async' ? 'In flight' : 'Workers', formatCount(pool.processes)] as const]),
    ['Method', call.method],
    ['Chunk size', formatCount(chunksize)],
    ['Tasks', formatCount(tasks)],
    ['Workload', workload.name],
    ['Seed', String(seed)],
    ['Recorded', recordedAt(epochMs)],
    ['Machine', `${machine.model}, ${formatCount(machine.cores)} cores, ${machine.os}`],
    ['Poolscope', poolscope],
  ];
  return facts;
}

/** The same for every reader, wherever they are. */
function recordedAt(epochMs: number): string {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? 'unknown' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
