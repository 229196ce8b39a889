/** Puts a recording that is embedded in the page into the stores, event by event. */
import type { RunEnded, RunStarted } from '../../shared/run-events';
import { summarize } from '../../shared/summary';
import { type Facts, type FactsStore, takeEvent } from '../store/facts';
import type { Recording } from './read-recording';

/** @returns one sentence where the recording is not whole, or null */
export async function showRecording(facts: FactsStore, recording: Recording): Promise<string | null> {
  const { started } = recording;
  takeEvent(facts, started);
  // The file tells the number that its run had among those of its day.
  for await (const event of recording.events) takeEvent(facts, { ...event, runId: started.runId });
  const trouble = recording.trouble();
  // What is still under way in the file would be drawn as if it went on.
  if (facts.getState().ended === null) takeEvent(facts, endOf(started, facts.getState(), trouble));
  return trouble;
}

function endOf(started: RunStarted, { data, now, calledAt, dropped }: Facts, message: string | null): RunEnded {
  const { scenario, title, mainPid, chunksize, tasks: submitted } = started;
  const { columns, length } = data.table;
  const summary = summarize(
    {
      scenario: scenario ?? { name: title, engine: null },
      finished: false,
      mainPid,
      pids: data.workers.flatMap(({ pid }) => pid ?? []),
      chunksize,
      tasks: { submitted, completed: data.deliveredRows.length, failed: 0, lost: 0, retried: 0 },
      wallNanos: calledAt === null ? 0 : Math.max(0, now - calledAt),
      maxQueueDepth: 0,
      errors: [],
      dropped,
    },
    columns,
    length,
  );
  return { type: 'ended', runId: 0, at: now, status: 'unfinished', message, summary };
}
