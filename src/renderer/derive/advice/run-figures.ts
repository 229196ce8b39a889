/** Sums over a whole run that has ended, from which the rules conclude. Costs what there are workers, not tasks. */
import type { Scenario } from '../../../shared/scenario';
import type { Summary } from '../../../shared/summary';
import type { Facts } from '../../store/facts';
import { CHUNK_PARTS, WORK_PARTS } from '../lane-index';
import type { RunIndex } from '../run-index';
import { lastChunkOf, tailBegin } from '../why-idle/tail';
import { type Waits, waitsOf } from './waits';

export interface RunFigures {
  readonly facts: Facts;
  readonly index: RunIndex;
  readonly scenario: Scenario;
  readonly summary: Summary;
  /** Of this machine. */
  readonly cores: number;
  readonly chunksize: number;
  readonly calledAt: number;
  readonly endedAt: number;
  readonly wallNs: number;
  readonly chunks: number;
  /** Rows that ran: a task that ran twice counts twice. */
  readonly ran: number;
  /** Time that all workers were there between the first task and the call's return. */
  readonly capacityNs: number;
  /** How many there were on average. */
  readonly workers: number;
  readonly runNs: number;
  /** Of the workers: unpickling arguments, pickling results. */
  readonly workerLoadsNs: number;
  readonly workerDumpsNs: number;
  /** Of the caller. */
  readonly callerDumpsNs: number;
  readonly callerLoadsNs: number;
  /** Of the arguments. */
  readonly flightNs: number;
  /** Time that workers had nothing to do since the last chunk was taken, all together. */
  readonly tailNs: number;
  /** Time that workers had nothing to do before that, all together. */
  readonly waitNs: number;
  /** What they waited for. */
  readonly waits: Waits;
  /** Part of the workers' time that was useful work; 0..1. */
  readonly usefulShare: number;
}

/** @returns null before the end of a run, and for one without a scenario, a call or tasks */
export function runFigures(facts: Facts, index: RunIndex, cores: number): RunFigures | null {
  const { started, calledAt, ended } = facts;
  if (started === null || started.scenario === null || calledAt === null || ended === null || !(ended.at > calledAt))
    return null;
  const { table } = facts.data;
  const begunAt = Math.max(calledAt, (table.length > 0 ? table.columns.submitted[0] : calledAt) || calledAt);
  const tailFrom = Math.max(calledAt, Math.min(tailBegin(facts), ended.at));
  const sums = { capacity: 0, run: 0, loads: 0, dumps: 0, tail: 0, flight: 0, chunks: 0, ran: 0 };
  for (const worker of facts.data.workers) {
    if (worker === undefined) continue;
    const from = Math.max(begunAt, worker.readyAt ?? Number.POSITIVE_INFINITY);
    const to = Math.min(ended.at, worker.exit?.at ?? ended.at);
    sums.capacity += Math.max(0, to - from);
    const done = lastChunkOf(facts, index, worker.index)?.endNs ?? from;
    sums.tail += Math.max(0, to - Math.max(done, tailFrom, from));
    const lane = index.lanes[worker.index];
    sums.run += lane?.work.total(WORK_PARTS.run) ?? 0;
    sums.loads += lane?.work.total(WORK_PARTS.loads) ?? 0;
    sums.dumps += lane?.work.total(WORK_PARTS.dumps) ?? 0;
    sums.flight += lane?.chunks.total(CHUNK_PARTS.out) ?? 0;
    sums.chunks += lane?.chunks.length ?? 0;
    sums.ran += lane?.rows.length ?? 0;
  }
  if (sums.ran === 0) return null;
  const wallNs = ended.at - calledAt;
  const waitNs = Math.max(0, sums.capacity - sums.run - sums.loads - sums.dumps - sums.tail);
  return {
    facts,
    index,
    scenario: started.scenario,
    summary: ended.summary,
    cores,
    chunksize: started.chunksize,
    calledAt,
    endedAt: ended.at,
    wallNs,
    chunks: sums.chunks,
    ran: sums.ran,
    capacityNs: sums.capacity,
    workers: Math.max(1, sums.capacity / (ended.at - begunAt) || 1),
    runNs: sums.run,
    workerLoadsNs: sums.loads,
    workerDumpsNs: sums.dumps,
    callerDumpsNs: index.caller.dumps.total(0),
    callerLoadsNs: index.caller.loads.total(0),
    tailNs: sums.tail,
    flightNs: sums.flight,
    waitNs,
    waits: waitsOf(facts, index, { from: begunAt, to: tailFrom, waitNs }),
    usefulShare: sums.capacity > 0 ? Math.min(1, sums.run / sums.capacity) : 0,
  };
}
