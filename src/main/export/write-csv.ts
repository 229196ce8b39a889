/** The task table as CSV: a line for each run of each task, times in ns since the first worker was started. */
import { PHASES, type Phase, phaseNanos } from '../../shared/phases';
import { MOMENTS, OUTCOMES } from '../../shared/telemetry';
import { originOf, type RecordedRun } from './chrome-trace/recorded-run';
import { type Watch, writeFile } from './write-file';

const FACTS = ['task', 'attempt', 'outcome', 'chunk', 'worker', 'pid', 'argsBytes', 'resultBytes'] as const;
/** Lines that are handed over in one go. */
const LINES = 1000;

/** @throws WriteFileError */
export function writeCsv(path: string, run: RecordedRun, { signal, onShare }: Watch = {}): Promise<void> {
  return writeFile(path, csvText(run, onShare), { signal });
}

/** What has not happened is an empty cell. No cell needs quotes: all are numbers or words of ours. */
export function* csvText(run: RecordedRun, onShare: Watch['onShare'] = () => undefined): Generator<string> {
  const phaseName = (phase: Phase): string => `${phase}_ns`;
  yield `${[...FACTS, ...MOMENTS.map((moment) => `${moment}_ns`), ...PHASES.map(phaseName)].join(',')}\n`;
  const { columns, length } = run.data.table;
  const origin = originOf(run);
  const cell = (value: number): string => (Number.isNaN(value) ? '' : String(value));
  let lines = '';
  for (let row = 0; row < length; row++) {
    const worker = columns.worker[row] ?? 0;
    const cells = [
      columns.task[row],
      columns.attempt[row],
      OUTCOMES[columns.outcome[row] ?? 0],
      columns.chunk[row],
      worker,
      run.data.workers[worker]?.pid ?? '',
      columns.argsBytes[row],
      columns.resultBytes[row],
      ...MOMENTS.map((moment) => cell((columns[moment][row] ?? Number.NaN) - origin)),
      ...PHASES.map((phase) => cell(phaseNanos(columns, row, phase))),
    ];
    lines += `${cells.join(',')}\n`;
    if ((row + 1) % LINES !== 0) continue;
    yield lines;
    onShare((row + 1) / length);
    lines = '';
  }
  yield lines;
}
