/** Everything known about one row, in words and figures, as tooltip, inspector and spoken description tell it. */
import { PHASES, type Phase, phaseNanos } from '../../shared/phases';
import { OUTCOMES, type Outcome } from '../../shared/telemetry';
import type { RunData } from '../store/facts';

export interface PhaseFact {
  readonly phase: Phase;
  /** NaN while it has not ended. */
  readonly nanos: number;
  /** Size of what the phase pickled, unpickled or carried; null where nothing crosses. */
  readonly bytes: number | null;
}

export interface TaskFacts {
  readonly row: number;
  readonly task: number;
  readonly attempt: number;
  readonly chunk: number;
  readonly worker: number;
  readonly pid: number | null;
  readonly outcome: Outcome;
  readonly argsBytes: number;
  /** null until known. */
  readonly resultBytes: number | null;
  readonly phases: readonly PhaseFact[];
}

const CARRIES: Readonly<Record<Phase, 'args' | 'result' | null>> = {
  queueWait: null,
  dumpsArgs: 'args',
  sendArgs: 'args',
  loadsArgs: 'args',
  run: null,
  dumpsResult: 'result',
  sendResult: 'result',
  loadsResult: 'result',
  orderWait: null,
};

/** @returns null for a row that the table does not have */
export function taskFacts(data: RunData, row: number): TaskFacts | null {
  const { columns, length } = data.table;
  if (row < 0 || row >= length) return null;
  const worker = columns.worker[row] ?? 0;
  const argsBytes = columns.argsBytes[row] ?? 0;
  // No pickle is empty: files of other tools may not tell sizes.
  const knownBytes = argsBytes > 0 ? argsBytes : null;
  const known = !Number.isNaN(columns.resultDumpsEnd[row] ?? Number.NaN) && (columns.resultBytes[row] ?? 0) > 0;
  const resultBytes = known ? (columns.resultBytes[row] ?? 0) : null;
  return {
    row,
    task: columns.task[row] ?? 0,
    attempt: columns.attempt[row] ?? 1,
    chunk: columns.chunk[row] ?? 0,
    worker,
    pid: data.workers[worker]?.pid ?? null,
    outcome: OUTCOMES[columns.outcome[row] ?? 0] ?? 'pending',
    argsBytes,
    resultBytes,
    phases: PHASES.map((phase) => ({
      phase,
      nanos: phaseNanos(columns, row, phase),
      bytes: CARRIES[phase] === null ? null : CARRIES[phase] === 'args' ? knownBytes : resultBytes,
    })),
  };
}
