/** Runs as dots on the break-even map: where they stand, and what their speed-up was. */
import { isLoop, isThread } from '../../../shared/scenario';
import type { Facts } from '../../store/facts';

export interface Dot {
  readonly runId: number;
  readonly title: string;
  /** `taskMs` of the plain loop where there was one, else the mean of all runs in the workers. */
  readonly taskMs: number;
  /** Mean size of a pickled argument and of a result. */
  readonly bytes: number;
  readonly resultBytes: number;
  readonly workers: number;
  readonly tasks: number;
  readonly chunksize: number;
  readonly poolMs: number;
  readonly bootMs: number;
  /** null: there was no plain loop, and the sum of the runs stands for it. */
  readonly loopMs: number | null;
  /** What the model said before, boot left out or not as it was chosen then; null: it was not asked. */
  readonly predicted: number | null;
  readonly countBoot: boolean;
  readonly speedup: number;
}

/** From the start of the first worker until the call. */
export const bootMsOf = ({ calledAt, data }: Facts): number =>
  ((calledAt ?? Number.NaN) - (data.workers[0]?.spawnedAt ?? Number.NaN)) / 1e6;

/** A run of a pool of processes that came to its end, as a dot; null: it is none. */
export function dotOf(facts: Facts): Dot | null {
  const { started, ended } = facts;
  if (started?.scenario == null || ended === null || ended.status !== 'completed') return null;
  const { engine } = started.scenario;
  // The map is one of processes: threads cost other things than the model counts.
  if (started.source.kind !== 'live' || isLoop(engine) || isThread(engine)) return null;
  const { summary } = ended;
  const tasks = summary.tasks.completed;
  if (tasks === 0 || !summary.ok || !(summary.wallMs > 0)) return null;
  return {
    runId: started.runId,
    title: started.title,
    taskMs: summary.phasesMs.run.mean,
    bytes: summary.pickling.argsBytes / tasks,
    resultBytes: summary.pickling.resultBytes / tasks,
    workers: started.scenario.pool.processes,
    tasks,
    chunksize: started.chunksize,
    poolMs: summary.wallMs,
    bootMs: bootMsOf(facts),
    loopMs: null,
    predicted: null,
    countBoot: false,
    speedup: summary.speedup.factor,
  };
}

/** The same dot beside the plain loop that ran the same tasks. */
export function besideLoop(dot: Dot, loop: Facts, bytes: number, countBoot: boolean, predicted: number | null): Dot {
  const { wallMs: loopMs, phasesMs } = loop.ended?.summary ?? { wallMs: Number.NaN, phasesMs: null };
  const poolMs = dot.poolMs + (countBoot ? dot.bootMs : 0);
  // The median: a loop's first tasks run before their code is compiled.
  const taskMs = phasesMs?.run.p50 ?? Number.NaN;
  return { ...dot, taskMs, bytes, loopMs, countBoot, predicted, speedup: loopMs / poolMs };
}
