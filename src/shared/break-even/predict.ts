/**
 * The model of the break-even map: how long a plain loop and a pool take for the same tasks, from what this machine
 * costs. Closed form, because a map asks it thousands of times; tests hold it to a simulation and to real runs.
 */
import { cycleMs } from './caller-queue';
import type { BytesPoint, Costs } from './costs';
import { interpolate } from './interpolate';

export interface Setting {
  /** Work of one task in the plain loop, warm. */
  readonly taskMs: number;
  /** What rides along with each argument and each result. */
  readonly bytes: number;
  readonly resultBytes: number;
  readonly workers: number;
  readonly tasks: number;
  readonly chunksize: number;
  /** Whether the time in which workers boot counts. */
  readonly countBoot: boolean;
}

export interface Predicted {
  readonly loopMs: number;
  /** Boot included, where it counts. */
  readonly poolMs: number;
  readonly bootMs: number;
  /** loopMs / poolMs */
  readonly speedup: number;
  /** Share of the call in which the caller itself is busy: near 1, more workers do not help. */
  readonly callerShare: number;
}

/** Code that is not compiled yet takes about so many times as long. */
const COLD = 8;
/** From here on a chunk is not sent ahead: its worker waits for it. See inFlightLimit of the pool. */
const NOT_AHEAD_MS = 2;
/** How busy all are and how fast they are depend on each other: so often one is computed from the other. */
const STEPS = 10;

export function predict(costs: Costs, setting: Setting): Predicted {
  const { taskMs, tasks, countBoot } = setting;
  const loopMs = tasks * (taskMs + costs.loopTaskMs) + warmUp(costs.warmMs, tasks * taskMs);
  const { callMs, callerShare } = tasks === 0 ? { callMs: costs.callMs, callerShare: 0 } : predictCall(costs, setting);
  const bootMs = countBoot ? bootOf(costs, setting.workers) : 0;
  const poolMs = callMs + bootMs;
  return { loopMs, poolMs, bootMs, speedup: loopMs / poolMs, callerShare };
}

export const bootOf = ({ boot }: Costs, workers: number): number =>
  interpolate(
    boot,
    (point) => point.workers,
    (point) => point.ms,
    workers,
  );

function predictCall(costs: Costs, setting: Setting): { callMs: number; callerShare: number } {
  const { taskMs, tasks, workers } = setting;
  const chunksize = Math.min(setting.chunksize, tasks);
  const chunks = Math.ceil(tasks / chunksize);
  const going = Math.min(workers, chunks);
  const { aloneMs, callerMs } = boundary(costs, setting, chunksize);
  const ahead = chunksize * taskMs + aloneMs < NOT_AHEAD_MS;
  let slow = 1;
  let [alone, cycle, callerShare] = [0, 0, 0];
  for (let step = 0; step < STEPS; step++) {
    const workMs = chunksize * taskMs * slow;
    const awayMs = workMs + aloneMs - callerMs + (ahead ? 0 : computeAt(costs, going, 'gapMs'));
    alone = awayMs + callerMs;
    cycle = cycleMs(going, awayMs, callerMs);
    callerShare = Math.min(1, (going * callerMs) / cycle);
    // Half of the way each time: the whole of it would swing to and fro.
    slow = (slow + computeAt(costs, (going * workMs) / cycle + callerShare, 'slow')) / 2;
  }
  // Many chunks meet at the caller; few of them end with a round in which some workers have nothing left to do.
  const callMs = Math.max((chunks * cycle) / going, roundsOf(tasks, chunksize, going) * alone);
  // All of them at the same time, and the caller beside them has the most to do then.
  const warmMs = warmUp(costs.warmMs, (tasks * taskMs) / going) * computeAt(costs, going + 1, 'slow');
  const coldMs = coldOf(costs, setting, chunks);
  return { callMs: callMs + warmMs + coldMs + costs.callMs, callerShare };
}

/** What a chunk costs besides its work: with one worker from end to end, and of that the caller's own share. */
function boundary(costs: Costs, { bytes, resultBytes }: Setting, chunksize: number) {
  const { flow, there, back } = costs;
  const oneBytes = bytesAt(there, bytes, 'oneMs') + bytesAt(back, resultBytes, 'oneMs');
  const allBytes = bytesAt(there, bytes, 'allMs') + bytesAt(back, resultBytes, 'allMs');
  const aloneMs = flow.one.chunkMs + chunksize * (flow.one.taskMs + oneBytes);
  const callerMs = flow.all.chunkMs + chunksize * (flow.all.taskMs + allBytes);
  return { aloneMs, callerMs: Math.min(aloneMs, callerMs) };
}

const bytesAt = (points: readonly BytesPoint[], bytes: number, side: 'oneMs' | 'allMs' | 'coldMs'): number =>
  bytes === 0
    ? 0
    : interpolate(
        points,
        (point) => point.bytes,
        (point) => point[side],
        bytes,
      );

const computeAt = ({ compute }: Costs, busy: number, what: 'slow' | 'gapMs'): number =>
  interpolate(
    compute,
    (point) => point.workers,
    (point) => point[what],
    busy,
  );

/** What is lost before code is compiled and memory is there: no more than that much work can lose. */
const warmUp = (mostMs: number, workMs: number): number => Math.min(mostMs, COLD * workMs);

/** Sending is learned by sending, whatever its size; memory for what is sent is made for the first ones. */
function coldOf({ flow, there, back }: Costs, { bytes, resultBytes, tasks }: Setting, chunks: number): number {
  const sentMs = chunks * flow.one.chunkMs + tasks * flow.one.taskMs;
  const bytesMs = bytesAt(there, bytes, 'oneMs') + bytesAt(back, resultBytes, 'oneMs');
  const memoryMs = bytesAt(there, bytes, 'coldMs') + bytesAt(back, resultBytes, 'coldMs');
  return warmUp(flow.coldMs, sentMs) + warmUp(memoryMs, tasks * bytesMs);
}

/** Chunks that the worker with the most of them runs, the last one as the part of a chunk that it is. */
export function roundsOf(tasks: number, chunksize: number, workers: number): number {
  const whole = Math.floor(tasks / chunksize);
  const rest = (tasks % chunksize) / chunksize;
  const full = Math.floor(whole / workers);
  return whole % workers === 0 ? full + rest : full + 1;
}
