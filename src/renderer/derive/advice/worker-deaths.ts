/** Workers died and took work with them: another policy, another try, or smaller chunks lose less. */
import { formatCount, formatDuration } from '../../../shared/format';
import { MAX_RETRIES } from '../../../shared/scenario';
import { outcomeCode } from '../../../shared/telemetry';
import { nanos } from '../../../shared/units';
import type { Evidence } from '../../store/view';
import type { LaneIndex } from '../lane-index';
import { LaneGaps } from '../why-idle/lane-gaps';
import type { Change, Rule } from './finding';
import type { RunFigures } from './run-figures';
import { hasChunks } from './worth';

const MOST_EVIDENCE = 3;
/** Where so large a part of the lost runs is lost again, the tasks themselves kill their workers. */
const POISON = 0.5;
/** A chunk that dies is run again whole: in so many parts less is. */
const PARTS = 4;

export const workerDeaths: Rule = (figures) => {
  const { facts, index, scenario, calledAt, endedAt, wallNs } = figures;
  const { attempt } = facts.data.table.columns;
  let deaths = 0;
  let runs = 0;
  let again = 0;
  let lostNs = 0;
  const evidence: Evidence[] = [];
  for (const worker of facts.data.workers) {
    if (worker?.exit?.kind !== 'crashed' || worker.exit.at < calledAt || worker.exit.at > endedAt) continue;
    const lost = index.lanes[worker.index]?.counts[outcomeCode.lost] ?? 0;
    if (lost === 0) continue;
    deaths++;
    runs += lost;
    again += countAgain(index.lanes[worker.index], attempt);
    const gap = LaneGaps.of(facts, index, worker.index)?.at(worker.exit.at) ?? null;
    const began = lostSince(figures, worker.index, worker.exit.at);
    lostNs += worker.exit.at - began + (gap === null ? 0 : Math.min(gap.endNs, endedAt) - gap.startNs);
    if (evidence.length < MOST_EVIDENCE)
      evidence.push({ worker: worker.index, startNs: nanos(began), endNs: nanos(worker.exit.at) });
  }
  if (deaths === 0) return null;
  const savesNs = Math.min(wallNs, lostNs / scenario.pool.processes);
  const died = deaths === 1 ? '1 worker died' : `${formatCount(deaths)} workers died`;
  const took = runs === 1 ? '1 run' : `${formatCount(runs)} runs`;
  return {
    id: 'worker-deaths',
    sentence: `${died} and took ${took} along${again > 0 ? `, ${formatCount(again)} of them runs that were repeated` : ''}: ${formatDuration(lostNs)} of work that was lost, and of waiting for new processes.`,
    savesNs,
    saves: `Would save up to ${formatDuration(savesNs)}`,
    hint: 'The Errors and Log tabs may tell what they died of.',
    change: changeFor(figures, again >= POISON * (runs - again)),
    evidence,
  };
};

/** Lost runs that were not the first of their task. */
function countAgain(lane: LaneIndex | undefined, attempt: Uint8Array): number {
  let again = 0;
  for (let trouble = 0; trouble < (lane?.troubles.length ?? 0); trouble++) {
    if ((attempt[lane?.troubles.array[trouble] ?? 0] ?? 1) > 1) again++;
  }
  return again;
}

/** When a dead worker had begun the task that it was lost with. */
function lostSince({ facts: { data }, index }: RunFigures, worker: number, exitAt: number): number {
  const lane = index.lanes[worker];
  // It lasted until the worker's death.
  const row = lane?.rows.array[lane.work.firstEndingAfter(exitAt - 1)];
  if (lane === undefined || row === undefined || data.table.columns.outcome[row] !== outcomeCode.lost) return exitAt;
  return Math.min(lane.beginOf(row) || exitAt, exitAt);
}

function changeFor(figures: RunFigures, poison: boolean): Change | null {
  const { scenario, summary, chunksize } = figures;
  const { onWorkerLost, retries } = scenario.pool;
  const notDone = summary.tasks.failed + summary.tasks.lost > 0;
  if (onWorkerLost !== 'retry' && notDone) {
    return { path: 'pool.onWorkerLost', value: 'retry', text: 'Retry lost tasks' };
  }
  if (onWorkerLost === 'retry' && poison && retries > 0) {
    return { path: 'pool.retries', value: '0', text: 'Do not repeat what killed a worker' };
  }
  if (onWorkerLost === 'retry' && notDone && retries < MAX_RETRIES) {
    const more = retries + 1;
    return { path: 'pool.retries', value: String(more), text: more === 1 ? 'Allow 1 retry' : `Allow ${more} retries` };
  }
  const size = Math.max(1, Math.floor(chunksize / PARTS));
  if (!hasChunks(figures) || size === chunksize) return null;
  return { path: 'call.chunksize', value: String(size), text: `Set the chunk size to ${formatCount(size)}` };
}
