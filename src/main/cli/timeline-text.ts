/** A run's timeline drawn in characters: one lane a worker, one cell a stretch of time. */

import type { TaskTable } from '../../shared/task-table';
import { type Moment, outcomeCode, type WorkerRecord } from '../../shared/telemetry';
import { whoWord } from '../../shared/worker-words';

/** What a cell can show; where several share a cell, the one with the most time in it is drawn. */
const KINDS = [
  { mark: '█', word: 'run' },
  { mark: '▒', word: 'pickle' },
  { mark: '·', word: 'idle' },
] as const;
type Kind = 0 | 1 | 2;
const RUN: Kind = 0;
const PICKLE: Kind = 1;
const IDLE: Kind = 2;

/** ns since the clock base. */
export interface TimeSpan {
  readonly begin: number;
  readonly end: number;
}

/** @param width characters a line, label and cells */
export function timelineText(
  table: TaskTable,
  workers: readonly WorkerRecord[],
  span: TimeSpan,
  width: number,
): { readonly lanes: readonly string[]; readonly legend: string } {
  const labels = workers.map(
    (worker) =>
      `${(whoWord(worker) ?? 'PID -').replace('PID', 'pid')}${worker.exit?.kind === 'crashed' ? ' crashed' : ''}`,
  );
  const labelWidth = Math.max(0, ...labels.map((label) => label.length)) + 2;
  const cells = Math.max(10, width - labelWidth);
  const lanes = workers.map(() => new Lane(span, cells));
  const ends = workers.map(({ exit }) => exit?.at ?? span.end);
  addTasks(lanes, table, ends);
  for (const [index, { readyAt }] of workers.entries()) {
    if (readyAt !== null) lanes[index]?.fillIdle(readyAt, ends[index] ?? span.end);
  }
  return {
    lanes: labels.map((label, index) => `${label.padEnd(labelWidth)}${lanes[index]?.text() ?? ''}`.trimEnd()),
    legend: `${' '.repeat(labelWidth)}${KINDS.map(({ mark, word }) => `${mark} ${word}`).join('   ')}`,
  };
}

/** @param ends when each worker was gone */
function addTasks(lanes: readonly Lane[], { columns, length }: TaskTable, ends: readonly number[]): void {
  for (let row = 0; row < length; row++) {
    const worker = columns.worker[row] ?? 0;
    const lane = lanes[worker];
    const moment = (name: Moment): number => columns[name][row] ?? Number.NaN;
    // A task that died with its worker before its end was known ran until then, as far as anybody knows.
    const died = columns.outcome[row] === outcomeCode.lost && Number.isNaN(moment('runEnd'));
    const runEnd = died ? (ends[worker] ?? Number.NaN) : moment('runEnd');
    lane?.add(PICKLE, moment('argsLoadsBegin'), moment('runBegin'));
    lane?.add(RUN, moment('runBegin'), runEnd);
    lane?.add(PICKLE, moment('runEnd'), moment('resultDumpsEnd'));
  }
}

/** Time of each kind in each cell, in cells. */
class Lane {
  private readonly times: Float64Array;
  private readonly scale: number;

  constructor(
    private readonly span: TimeSpan,
    private readonly cells: number,
  ) {
    this.times = new Float64Array(cells * KINDS.length);
    this.scale = cells / Math.max(1, span.end - span.begin);
  }

  add(kind: Kind, from: number, to: number): void {
    if (Number.isNaN(from) || Number.isNaN(to)) return;
    this.eachCell(from, to, (cell, share) => this.put(cell, kind, this.time(cell, kind) + share));
  }

  /** What is left of each cell while the worker lives. */
  fillIdle(from: number, to: number): void {
    this.eachCell(from, to, (cell, share) =>
      this.put(cell, IDLE, Math.max(0, share - this.time(cell, RUN) - this.time(cell, PICKLE))),
    );
  }

  text(): string {
    let text = '';
    for (let cell = 0; cell < this.cells; cell++) {
      const most = Math.max(...KINDS.map((_, kind) => this.time(cell, kind)));
      text += most > 0 ? (KINDS.find((_, kind) => this.time(cell, kind) === most)?.mark ?? ' ') : ' ';
    }
    return text;
  }

  private eachCell(from: number, to: number, visit: (cell: number, share: number) => void): void {
    const first = Math.max(0, (from - this.span.begin) * this.scale);
    const last = Math.min(this.cells, (to - this.span.begin) * this.scale);
    for (let cell = Math.floor(first); cell < last; cell++) {
      visit(cell, Math.min(last, cell + 1) - Math.max(first, cell));
    }
  }

  private time(cell: number, kind: number): number {
    return this.times[cell * KINDS.length + kind] ?? 0;
  }

  private put(cell: number, kind: Kind, time: number): void {
    this.times[cell * KINDS.length + kind] = time;
  }
}
