/**
 * The tasks of one chunk: what the caller and the worker did for them as slices, their messages in flight, and arrows
 * there and back.
 *
 *   caller   [dumps 0][dumps 1]---.                              .-->[loads 0][loads 1]
 *   worker                         `-->[task 0: loads run dumps][task 1: ...]--'
 */
import { OUTCOMES, type TaskColumns } from '../../../shared/telemetry';
import { microsBetween, microsOf, originOf, type RecordedRun } from './recorded-run';
import { momentsText } from './run-story';
import { CALLER_TID, CATEGORY, IN_FLIGHT, type TraceEvent, tidOf } from './trace-event';

/** A slice that an arrow may begin or end at. */
type Slice = Extract<TraceEvent, { ph: 'X' }>;

const known = (moment: number | undefined): moment is number => moment !== undefined && !Number.isNaN(moment);

export class ChunkSlices {
  private readonly micros: (atNs: number) => number;
  private readonly columns: TaskColumns;

  constructor(private readonly run: RecordedRun) {
    this.micros = microsOf(run);
    this.columns = run.data.table.columns;
  }

  /** Rows `first` to `end - 1`: all of one chunk. */
  *events(first: number, end: number): Generator<TraceEvent> {
    const rows = Array.from({ length: end - first }, (_, offset) => first + offset);
    const dumps = rows.flatMap((row) => this.callerSlice('dumps', row, 'argsDumpsBegin', 'argsDumpsEnd', 'argsBytes'));
    const loads = rows.flatMap((row) => this.callerSlice('loads', row, 'resultLoadsBegin', 'completed', 'resultBytes'));
    const tasks = rows.map((row) => this.taskSlices(row));
    yield* dumps;
    yield* tasks.flat();
    yield* loads;
    for (const [index, row] of rows.entries()) if (tasks[index]?.length === 0) yield this.notRun(row);
    yield* this.flight('argument', first, 'argsSent', 'argsReceived', 'argsBytes', rows);
    yield* this.flight('result', first, 'resultSent', 'resultReceived', 'resultBytes', rows);
    const back = tasks.flat().findLast(({ name }) => name === 'dumps');
    yield* arrow(
      'dispatch',
      `0x${(first * 2).toString(16)}`,
      dumps.at(-1),
      tasks.find(({ length }) => length > 0)?.[0],
    );
    yield* arrow('return', `0x${(first * 2 + 1).toString(16)}`, back, loads[0]);
  }

  private callerSlice(
    name: string,
    row: number,
    from: 'argsDumpsBegin' | 'resultLoadsBegin',
    to: 'argsDumpsEnd' | 'completed',
    size: 'argsBytes' | 'resultBytes',
  ): Slice[] {
    const { columns, run } = this;
    const args = { task: columns.task[row] ?? 0, bytes: columns[size][row] ?? 0 };
    return this.slice(name, run.mainPid, CALLER_TID, columns[from][row], columns[to][row], args);
  }

  /** The task as a whole, then its parts; nothing for one that never began. */
  private taskSlices(row: number): Slice[] {
    const { columns, run } = this;
    const worker = columns.worker[row] ?? 0;
    const record = run.data.workers[worker];
    const { argsLoadsBegin, runBegin, runEnd, resultDumpsEnd } = columns;
    const begin = known(argsLoadsBegin[row]) ? argsLoadsBegin[row] : runBegin[row];
    if (record === undefined || record.pid === null || !known(begin)) return [];
    // A task that was lost, or is not over, lasts as long as its worker.
    const last = record.exit?.at ?? run.endedAt;
    const ended = [resultDumpsEnd[row], runEnd[row]].find(known) ?? Math.max(begin, last);
    const task = columns.task[row] ?? 0;
    const args = this.factsOf(row);
    const slice = (name: string, from: number | undefined, to: number | undefined, facts?: typeof args): Slice[] =>
      this.slice(name, record.pid ?? 0, tidOf(worker), from, to, facts);
    const ran = known(runEnd[row]) ? runEnd[row] : ended;
    return [
      ...slice(`task ${task}`, begin, ended, args),
      ...slice('loads', begin, known(runBegin[row]) ? runBegin[row] : begin),
      ...slice('run', runBegin[row], ran),
      ...slice('dumps', runEnd[row], resultDumpsEnd[row]),
    ];
  }

  /** Everything that is known of a row: with it a trace is read back as it was. */
  private factsOf(row: number) {
    const { columns, run } = this;
    return {
      task: columns.task[row] ?? 0,
      chunk: columns.chunk[row] ?? 0,
      attempt: columns.attempt[row] ?? 1,
      outcome: OUTCOMES[columns.outcome[row] ?? 0] ?? 'pending',
      row,
      worker: columns.worker[row] ?? 0,
      argsBytes: columns.argsBytes[row] ?? 0,
      resultBytes: columns.resultBytes[row] ?? 0,
      momentsNs: momentsText(columns, row, originOf(run)),
    };
  }

  /** A task that never began, or took no time, is a moment: when it was submitted. */
  private notRun(row: number): TraceEvent {
    const { columns, run } = this;
    const at = columns.submitted[row] ?? Number.NaN;
    const ts = Number.isNaN(at) ? 0 : Math.max(0, this.micros(at));
    const name = `task ${columns.task[row] ?? 0} did not run`;
    const place = { pid: run.mainPid, tid: CALLER_TID, ts };
    return { ph: 'i', s: 't', cat: CATEGORY, name, ...place, args: this.factsOf(row) };
  }

  private slice(
    name: string,
    pid: number,
    tid: number,
    from: number | undefined,
    to: number | undefined,
    args?: Slice['args'],
  ): Slice[] {
    if (!known(from) || !known(to)) return [];
    const dur = microsBetween(from, to);
    if (dur <= 0) return [];
    const place = { ph: 'X', cat: CATEGORY, name, pid, tid } as const;
    const times = { ts: this.micros(from), dur };
    return [args === undefined ? { ...place, ...times } : { ...place, ...times, args }];
  }

  /** One message carries the whole chunk. */
  private *flight(
    what: string,
    first: number,
    from: 'argsSent' | 'resultSent',
    to: 'argsReceived' | 'resultReceived',
    size: 'argsBytes' | 'resultBytes',
    rows: readonly number[],
  ): Generator<TraceEvent> {
    const { columns, run, micros } = this;
    const sent = columns[from][first];
    const received = columns[to][first];
    if (!known(sent) || !known(received) || microsBetween(sent, received) <= 0) return;
    const bytes = rows.reduce((sum, row) => sum + (columns[size][row] ?? 0), 0);
    const id = `0x${(first * 2 + (what === 'argument' ? 0 : 1)).toString(16)}`;
    const event = { cat: IN_FLIGHT, name: `${what} in flight`, id, pid: run.mainPid, tid: CALLER_TID } as const;
    yield {
      ...event,
      ph: 'b',
      ts: micros(sent),
      args: { chunk: columns.chunk[first] ?? 0, tasks: rows.length, bytes },
    };
    yield { ...event, ph: 'e', ts: micros(received) };
  }
}

/** From where one slice begins to where another does; viewers draw it from the first one's end. */
function* arrow(name: string, id: string, from: Slice | undefined, to: Slice | undefined): Generator<TraceEvent> {
  if (from === undefined || to === undefined) return;
  const flow = { cat: CATEGORY, name, id } as const;
  yield { ...flow, ph: 's', pid: from.pid, tid: from.tid, ts: from.ts };
  yield { ...flow, ph: 'f', bp: 'e', pid: to.pid, tid: to.tid, ts: to.ts };
}
