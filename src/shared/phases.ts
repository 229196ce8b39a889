/**
 * The nine phases of a task, as intervals between moments of a row. Where a chunk has several tasks, a task also waits
 * for its peers; that waiting is counted where it belongs: before the run as queue wait, after it as order wait.
 */
import type { Moment, TaskColumns } from './telemetry';

export const PHASES = [
  'queueWait',
  'dumpsArgs',
  'sendArgs',
  'loadsArgs',
  'run',
  'dumpsResult',
  'sendResult',
  'loadsResult',
  'orderWait',
] as const;
export type Phase = (typeof PHASES)[number];

export interface PhaseInterval {
  readonly phase: Phase;
  readonly from: Moment;
  readonly to: Moment;
  /** Where it is drawn: by the caller, in the worker, or between the two. */
  readonly side: 'caller' | 'worker' | 'between';
}

/** All intervals of a row in order; together they cover it from submitted to delivered without a gap. */
export const INTERVALS: readonly PhaseInterval[] = [
  { phase: 'queueWait', from: 'submitted', to: 'argsDumpsBegin', side: 'caller' },
  { phase: 'dumpsArgs', from: 'argsDumpsBegin', to: 'argsDumpsEnd', side: 'caller' },
  { phase: 'queueWait', from: 'argsDumpsEnd', to: 'argsSent', side: 'caller' },
  { phase: 'sendArgs', from: 'argsSent', to: 'argsReceived', side: 'between' },
  { phase: 'queueWait', from: 'argsReceived', to: 'argsLoadsBegin', side: 'worker' },
  { phase: 'loadsArgs', from: 'argsLoadsBegin', to: 'runBegin', side: 'worker' },
  { phase: 'run', from: 'runBegin', to: 'runEnd', side: 'worker' },
  { phase: 'dumpsResult', from: 'runEnd', to: 'resultDumpsEnd', side: 'worker' },
  { phase: 'orderWait', from: 'resultDumpsEnd', to: 'resultSent', side: 'worker' },
  { phase: 'sendResult', from: 'resultSent', to: 'resultReceived', side: 'between' },
  { phase: 'orderWait', from: 'resultReceived', to: 'resultLoadsBegin', side: 'caller' },
  { phase: 'loadsResult', from: 'resultLoadsBegin', to: 'completed', side: 'caller' },
  { phase: 'orderWait', from: 'completed', to: 'delivered', side: 'caller' },
];

const intervalsOf = new Map(PHASES.map((phase) => [phase, INTERVALS.filter((interval) => interval.phase === phase)]));

/** Length of a phase of a row in ns; NaN while a moment of it has not happened. */
export function phaseNanos(columns: TaskColumns, row: number, phase: Phase): number {
  let sum = 0;
  for (const { from, to } of intervalsOf.get(phase) ?? []) sum += at(columns[to], row) - at(columns[from], row);
  return sum;
}

function at(column: Float64Array, row: number): number {
  return column[row] ?? Number.NaN;
}

/** Words for people. Python's terms. */
export const PHASE_LABELS: Record<Phase, string> = {
  queueWait: 'queue wait',
  dumpsArgs: 'dumps argument',
  sendArgs: 'argument in flight',
  loadsArgs: 'loads argument',
  run: 'run',
  dumpsResult: 'dumps result',
  sendResult: 'result in flight',
  loadsResult: 'loads result',
  orderWait: 'order wait',
};
