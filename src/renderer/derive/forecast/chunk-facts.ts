/** What is known of the chunks of a run: a stretch of them, in the order in which they were dispatched. */
import { outcomeCode, type TaskColumns } from '../../../shared/telemetry';

/** Moments in ns on the clock that was asked for. */
export interface ChunkFacts {
  readonly worker: number;
  readonly tasks: number;
  readonly argsBytes: number;
  readonly resultBytes: number;
  readonly dumpsBegin: number;
  readonly dumpsEnd: number;
  readonly sent: number;
  readonly received: number;
  readonly loadsBegin: number;
  readonly workEnd: number;
  /** Time between its tasks, in the worker and while its results were read. */
  readonly workerGapsNs: number;
  readonly readGapsNs: number;
  readonly resultSent: number;
  readonly resultReceived: number;
  readonly readBegin: number;
  readonly readEnd: number;
}

/**
 * Chunks of which every task completed, from the middle of the run where there are more than `most`.
 * @param rows how many rows of `columns` are in use
 * @param clock turns ns since the clock base into the time that is to be told
 */
export function chunkFacts(
  columns: TaskColumns,
  rows: number,
  most: number,
  clock: (ns: number) => number = (ns) => ns,
): ChunkFacts[] {
  const found: ChunkFacts[] = [];
  const perChunk = Math.max(1, chunkEnd(columns, rows, 0));
  let row = Math.max(0, Math.floor(rows / 2 - (most * perChunk) / 2));
  while (row > 0 && row < rows && columns.chunk[row] === columns.chunk[row - 1]) row++;
  while (row < rows && found.length < most) {
    const end = chunkEnd(columns, rows, row);
    const facts = factsOf(columns, row, end, clock);
    if (facts !== null) found.push(facts);
    row = end;
  }
  return found;
}

function chunkEnd({ chunk }: TaskColumns, rows: number, first: number): number {
  let end = first;
  while (end < rows && chunk[end] === chunk[first]) end++;
  return end;
}

function factsOf(columns: TaskColumns, first: number, end: number, clock: (ns: number) => number): ChunkFacts | null {
  const at = (column: Float64Array, row: number): number => clock(column[row] ?? Number.NaN);
  let argsBytes = 0;
  let resultBytes = 0;
  let workerGapsNs = 0;
  let readGapsNs = 0;
  for (let row = first; row < end; row++) {
    if (columns.outcome[row] !== outcomeCode.completed) return null;
    argsBytes += columns.argsBytes[row] ?? 0;
    resultBytes += columns.resultBytes[row] ?? 0;
    if (row === first) continue;
    workerGapsNs += at(columns.argsLoadsBegin, row) - at(columns.resultDumpsEnd, row - 1);
    readGapsNs += at(columns.resultLoadsBegin, row) - at(columns.completed, row - 1);
  }
  const last = end - 1;
  return {
    worker: columns.worker[first] ?? 0,
    tasks: end - first,
    argsBytes,
    resultBytes,
    dumpsBegin: at(columns.argsDumpsBegin, first),
    dumpsEnd: at(columns.argsDumpsEnd, last),
    sent: at(columns.argsSent, first),
    received: at(columns.argsReceived, first),
    loadsBegin: at(columns.argsLoadsBegin, first),
    workEnd: at(columns.resultDumpsEnd, last),
    workerGapsNs,
    readGapsNs,
    resultSent: at(columns.resultSent, first),
    resultReceived: at(columns.resultReceived, first),
    readBegin: at(columns.resultLoadsBegin, first),
    readEnd: at(columns.completed, last),
  };
}
