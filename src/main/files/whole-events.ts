/** The events of a run from a file as they are shown: in batches of a sensible size, and always with an end. */
import type { RunEvent } from '../../shared/run-events';
import { BatchMerger } from './batch-merger';
import { cutBatch } from './cut-batch';
import type { RunFile } from './run-file';
import { UnfinishedEnd } from './unfinished-end';

const CUT_SHORT = 'The recording ends before its run does; everything up to there is shown.';
const STOPPED = 'Reading was cancelled; what had been read is shown.';

/**
 * @param reopen reads the same file again: to sum up a run that has no end, which nobody can know before
 * @param stopped asked between two records
 */
export async function* wholeEvents(
  file: RunFile,
  reopen: () => Promise<RunFile>,
  stopped: () => boolean,
): AsyncGenerator<RunEvent> {
  const merger = new BatchMerger();
  let count = 0;
  let ended = false;
  for await (const event of pieces(file)) {
    if (stopped()) break;
    count++;
    ended ||= event.type === 'ended';
    yield* merger.add(event);
  }
  yield* merger.flush();
  if (ended) return;
  const end = new UnfinishedEnd(file.started);
  await takeAgain(end, reopen, count);
  yield end.end(stopped() ? STOPPED : CUT_SHORT);
}

async function* pieces({ events }: RunFile): AsyncGenerator<RunEvent> {
  for await (const event of events) yield* cutBatch(event);
}

/** Reads once more instead of keeping 132 bytes a row of every file that does have an end. */
async function takeAgain(end: UnfinishedEnd, reopen: () => Promise<RunFile>, count: number): Promise<void> {
  let left = count;
  try {
    for await (const event of pieces(await reopen())) {
      if (left-- <= 0) break;
      end.take(event);
    }
  } catch {
    // It is gone meanwhile: the summary is of what could be read twice.
  }
}
