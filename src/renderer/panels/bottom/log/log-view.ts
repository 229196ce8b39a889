/** Which lines of the log are shown, and what is said about those that are not. */
import { formatCount, NO_VALUE } from '../../../../shared/format';
import type { WorkerRecord } from '../../../../shared/telemetry';
import type { LogLine, LogLines } from '../../../store/log-lines';
import type { Choice } from '../../../ui/select';

/** The choice that filters nothing. */
export const ALL = 'all';

/** Workers whose output is here or was, by index. */
export function printers(log: LogLines): readonly number[] {
  return [...new Set([...log.lines.map(({ worker }) => worker), ...log.goneWorkers])].sort((a, b) => a - b);
}

export function workerChoices(log: LogLines, workers: readonly (WorkerRecord | undefined)[]): readonly Choice[] {
  const names = printers(log).map((worker) => {
    const record = workers[worker];
    return { value: String(worker), text: `PID ${record?.pid ?? NO_VALUE}, slot ${record?.slot ?? NO_VALUE}` };
  });
  return [{ value: ALL, text: 'All workers' }, ...names];
}

/** A list of its own: the log's grows while this one is drawn. @param worker null: all of them */
export function linesOf(log: LogLines, worker: number | null): readonly LogLine[] {
  return worker === null ? [...log.lines] : log.lines.filter((line) => line.worker === worker);
}

/** `1 line`, `12 lines, 3,400 bytes left out`: by main, or here as the oldest. */
export function logNote(log: LogLines, worker: number | null): string {
  let count = 0;
  let leftOut = log.goneBytes(worker);
  for (const line of linesOf(log, worker)) {
    if (line.leftOut === 0) count++;
    else leftOut += line.leftOut;
  }
  const lines = `${formatCount(count)} ${count === 1 ? 'line' : 'lines'}`;
  return leftOut === 0 ? lines : `${lines}, ${leftOutWords(leftOut)}`;
}

/** `1 byte left out`, `70,000 bytes left out`. */
export function leftOutWords(bytes: number): string {
  return `${formatCount(bytes)} ${bytes === 1 ? 'byte' : 'bytes'} left out`;
}
