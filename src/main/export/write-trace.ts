/** A run as a Chrome trace file. */
import { chromeTrace } from './chrome-trace/chrome-trace';
import type { RecordedRun } from './chrome-trace/recorded-run';
import { writeFile } from './write-file';

/** Characters that are handed over in one go: a piece an event would cost more than making it. */
const PIECE = 64 * 1024;

/** @throws WriteFileError */
export function writeTrace(path: string, run: RecordedRun): Promise<void> {
  return writeFile(path, traceText(run));
}

export function* traceText(run: RecordedRun): Generator<string> {
  let piece = `{"displayTimeUnit":"ms","otherData":{"scenario":${JSON.stringify(run.scenario)}},"traceEvents":[`;
  let separator = '\n';
  for (const event of chromeTrace(run)) {
    piece += separator + JSON.stringify(event);
    separator = ',\n';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n]}\n`;
}
