/**
 * What a run came to, as numbers by name: what two runs are compared by, and what is kept of each of many. Made once,
 * when the run has ended; main and the window make them alike.
 */
import { INTERVALS, PHASES, type Phase } from './phases';
import type { Summary } from './summary';
import { MOMENTS, outcomeCode, type TaskColumns, type WorkerRecord } from './telemetry';

/** Of the tasks that were completed, as in the summary. */
export const MEASURES = ['total', 'mean', 'p50', 'p95'] as const;
export type Measure = (typeof MEASURES)[number];

export const RUN_FIGURES = [
  'wall',
  'boot',
  'throughput',
  'speedup',
  'args-bytes',
  'result-bytes',
  'queue-max',
  'busy',
  'failed',
  'lost',
  'retried',
] as const;
/** `busy.2`: of slot 2. Lengths of time are ns, sizes bytes, shares 0..1, `throughput` tasks a second. */
export type FigureId = (typeof RUN_FIGURES)[number] | `busy.${number}` | `${Phase}.${Measure}`;

/** A figure that is missing, or NaN, is not known. */
export type Figures = Readonly<Partial<Record<FigureId, number>>>;

export interface FiguresInput {
  readonly summary: Summary;
  /** When the call was made, and when it returned; ns since the clock base. null: it never was. */
  readonly calledAt: number | null;
  readonly endedAt: number;
  readonly workers: readonly (WorkerRecord | undefined)[];
  readonly columns: TaskColumns;
  /** How many rows of `columns` are in use. */
  readonly rows: number;
}

/** Goes through all rows once. */
export function runFigures(input: FiguresInput): Figures {
  const { summary, calledAt } = input;
  // It has no tasks: noughts would look like figures.
  if (summary.experiment !== undefined) return { wall: summary.wallMs * 1e6 };
  const { tasks, pickling } = summary;
  const first = input.workers[0]?.spawnedAt ?? Number.NaN;
  const plain: Figures = {
    wall: summary.wallMs * 1e6,
    boot: calledAt === null ? Number.NaN : calledAt - first,
    throughput: summary.throughputPerSec,
    speedup: summary.speedup.factor,
    'args-bytes': pickling.argsBytes,
    'result-bytes': pickling.resultBytes,
    'queue-max': summary.queue.maxDepth,
    failed: tasks.failed,
    lost: tasks.lost,
    retried: tasks.retried,
  };
  return { ...plain, ...busyShares(input), ...phaseFigures(input) };
}

function phaseFigures({ summary, columns, rows }: FiguresInput): Figures {
  const figures: Partial<Record<FigureId, number>> = {};
  const totals = completedTotals(columns, rows);
  for (const [index, phase] of PHASES.entries()) {
    const total = totals[index] ?? Number.NaN;
    // A phase that no task came through is not one of 0 ns.
    if (Number.isNaN(total)) continue;
    const { mean, p50, p95 } = summary.phasesMs[phase];
    figures[`${phase}.total`] = total;
    figures[`${phase}.mean`] = mean * 1e6;
    figures[`${phase}.p50`] = p50 * 1e6;
    figures[`${phase}.p95`] = p95 * 1e6;
  }
  return figures;
}

/** The phase of each interval; interval i lasts from moment i to moment i + 1. */
const PHASE_OF = INTERVALS.map(({ phase }) => PHASES.indexOf(phase));

/** By phase, over the completed rows that came through it; NaN: none did. Each moment is read once: there are millions. */
function completedTotals(columns: TaskColumns, rows: number): Float64Array {
  const moments = MOMENTS.map((moment) => columns[moment]);
  const totals = new Float64Array(PHASES.length).fill(Number.NaN);
  const sums = new Float64Array(PHASES.length);
  for (let row = 0; row < rows; row++) {
    if (columns.outcome[row] !== outcomeCode.completed) continue;
    sums.fill(0);
    let at = moments[0]?.[row] ?? Number.NaN;
    for (let interval = 0; interval < PHASE_OF.length; interval++) {
      const next = moments[interval + 1]?.[row] ?? Number.NaN;
      const phase = PHASE_OF[interval] ?? 0;
      sums[phase] = (sums[phase] ?? 0) + next - at;
      at = next;
    }
    for (let phase = 0; phase < sums.length; phase++) {
      const sum = sums[phase] ?? Number.NaN;
      if (Number.isNaN(sum)) continue;
      const total = totals[phase] ?? Number.NaN;
      totals[phase] = Number.isNaN(total) ? sum : total + sum;
    }
  }
  return totals;
}

/** Time on loads, run and dumps from the call to its return, as a share of that time: of each slot, and of all. */
function busyShares({ calledAt, endedAt, workers, columns, rows }: FiguresInput): Figures {
  const span = calledAt === null ? Number.NaN : endedAt - calledAt;
  if (!(span > 0)) return {};
  const bySlot: number[] = [];
  for (const worker of workers) if (worker !== undefined) bySlot[worker.slot] ??= 0;
  const { argsLoadsBegin, runBegin, runEnd, resultDumpsEnd, worker } = columns;
  for (let row = 0; row < rows; row++) {
    const slot = workers[worker[row] ?? 0]?.slot;
    const begin = firstKnown(argsLoadsBegin[row], runBegin[row]);
    const end = firstKnown(resultDumpsEnd[row], runEnd[row]);
    if (slot !== undefined && end > begin) bySlot[slot] = (bySlot[slot] ?? 0) + end - begin;
  }
  const figures: Partial<Record<FigureId, number>> = {};
  let [sum, count] = [0, 0];
  for (const [slot, busy] of bySlot.entries()) {
    if (busy === undefined) continue;
    figures[`busy.${slot}`] = Math.min(1, busy / span);
    sum += Math.min(1, busy / span);
    count++;
  }
  return { ...figures, busy: count === 0 ? Number.NaN : sum / count };
}

function firstKnown(moment: number | undefined, otherwise: number | undefined): number {
  return moment === undefined || Number.isNaN(moment) ? (otherwise ?? Number.NaN) : moment;
}
