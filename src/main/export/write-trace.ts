/** A run as a Chrome trace file. */
import { z } from 'zod';
import { eventSchema } from '../../shared/session/event-schema';
import { chromeTrace } from './chrome-trace/chrome-trace';
import { originOf, type RecordedRun } from './chrome-trace/recorded-run';
import { STORY_VERSION } from './chrome-trace/run-story';
import { type Watch, writeFile } from './write-file';

/** Characters that are handed over in one go: a piece an event would cost more than making it. */
const PIECE = 64 * 1024;

/** @throws WriteFileError */
export function writeTrace(path: string, run: RecordedRun, { signal, onShare }: Watch = {}): Promise<void> {
  return writeFile(path, traceText(run, onShare), { signal });
}

/** Texts only: that is what viewers show of it. It stands before the events, so that whoever reads them knows whose they are. */
function otherData(run: RecordedRun): Readonly<Record<string, string>> {
  const { scenario, story } = run;
  if (story === undefined) return { scenario };
  const told = { version: STORY_VERSION, originNs: originOf(run), ...story, events: inOrder(story.events) };
  return { scenario, poolscope: JSON.stringify(told) };
}

/** Fields in the order of their schema: the same run gives the same bytes, live or from a file. */
function inOrder(events: readonly unknown[]): unknown {
  return z.array(eventSchema).parse(JSON.parse(JSON.stringify(events)));
}

export function* traceText(run: RecordedRun, onShare: Watch['onShare'] = () => undefined): Generator<string> {
  let piece = `{"displayTimeUnit":"ms","otherData":${JSON.stringify(otherData(run))},"traceEvents":[`;
  let separator = '\n';
  let share = 0;
  const onTasks = (done: number): void => {
    share = done;
  };
  for (const event of chromeTrace(run, onTasks)) {
    piece += separator + JSON.stringify(event);
    separator = ',\n';
    if (piece.length < PIECE) continue;
    yield piece;
    onShare(share);
    piece = '';
  }
  yield `${piece}\n]}\n`;
}
