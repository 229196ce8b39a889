/** From a trace of Chromium to figures: how long scripts ran for each frame that the page drew. */
import { quantile } from '../statistics';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** What Chromium calls the times in which it runs a page's scripts; some lie within others. */
const SCRIPT = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'V8.Execute',
  'v8.callFunction',
]);
/** All that the main thread does at a time; one of them makes the frame, with every callback that has asked for it. */
const TASK = 'RunTask';
const CALLBACK = 'FireAnimationFrame';

export interface FrameFigures {
  /** Frames in which scripts ran. */
  readonly frames: number;
  readonly framesPerSecond: number;
  /** Script since the frame before, ms. */
  readonly scriptP50: number;
  readonly scriptP95: number;
  readonly scriptMax: number;
  /** Over all frames, ms. */
  readonly scriptSum: number;
  /** Everything that the main thread did since the frame before, layout and painting too; ms. */
  readonly taskP95: number;
}

/** @param pid of the page's process */
export function frameFigures(events: readonly TraceEvent[], pid: number): FrameFigures {
  const main = events.find(
    (event) => event.pid === pid && event.name === 'thread_name' && event.args?.name === 'CrRendererMain',
  )?.tid;
  const own = events.filter((event) => event.pid === pid && event.tid === main && event.ph === 'X');
  const allTasks = own.filter(({ name }) => name === TASK).sort((a, b) => a.ts - b.ts);
  const ends = frameEnds(
    allTasks,
    own.filter(({ name }) => name === CALLBACK).sort((a, b) => a.ts - b.ts),
  );
  const scripts = perFrame(
    own.filter(({ name }) => SCRIPT.has(name)),
    ends,
  );
  const tasks = perFrame(
    own.filter(({ name }) => name === 'RunTask'),
    ends,
  );
  const first = ends[0] ?? 0;
  const last = ends[ends.length - 1] ?? 0;
  return {
    frames: ends.length,
    framesPerSecond: last > first ? (ends.length - 1) / ((last - first) / 1e6) : 0,
    scriptP50: quantile(scripts, 0.5),
    scriptP95: quantile(scripts, 0.95),
    scriptMax: Math.max(0, ...scripts),
    scriptSum: scripts.reduce((sum, ms) => sum + ms, 0),
    taskP95: quantile(tasks, 0.95),
  };
}

const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/** When each task ended in which there was a callback, in µs. Both ascend. */
function frameEnds(tasks: readonly TraceEvent[], callbacks: readonly TraceEvent[]): number[] {
  const ends: number[] = [];
  let next = 0;
  for (const task of tasks) {
    const end = endOf(task);
    const before = next;
    while (next < callbacks.length && (callbacks[next]?.ts ?? 0) < end) next++;
    if (next > before) ends.push(end);
  }
  return ends;
}

/** Length of the events that belong to each frame, in ms, what lies within another counted once. @param ends ascending, µs */
function perFrame(events: readonly TraceEvent[], ends: readonly number[]): number[] {
  const sums = new Array<number>(ends.length).fill(0);
  let covered = Number.NEGATIVE_INFINITY;
  let frame = 0;
  for (const event of [...events].sort((a, b) => a.ts - b.ts)) {
    const from = Math.max(event.ts, covered);
    const to = endOf(event);
    if (to <= from) continue;
    covered = to;
    while (frame < ends.length && (ends[frame] ?? 0) <= event.ts) frame++;
    if (frame < ends.length) sums[frame] = (sums[frame] ?? 0) + (to - from) / 1000;
  }
  return sums;
}
