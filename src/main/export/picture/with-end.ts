/** The events of a run with an end, whether or not its recording has one: whoever draws it would wait for more. */
import type { RunEvent, RunStarted } from '../../../shared/run-events';
import { summarize } from '../../../shared/summary';
import { TaskTable } from '../../../shared/task-table';

export async function* withEnd(events: AsyncIterable<RunEvent>): AsyncGenerator<RunEvent> {
  let started: RunStarted | null = null;
  let [ended, at] = [false, 0];
  for await (const event of events) {
    if (event.type === 'started') started = event;
    if ('at' in event) at = Math.max(at, event.at);
    ended ||= event.type === 'ended';
    yield event;
  }
  if (!ended && started !== null) yield endOf(started, at);
}

/** No figure of its summary is drawn. */
function endOf({ runId, scenario, title, mainPid, chunksize, tasks: submitted }: RunStarted, at: number): RunEvent {
  const facts = {
    scenario: { name: title, engine: scenario?.engine ?? null },
    finished: false,
    mainPid,
    pids: [],
    chunksize,
    tasks: { submitted, completed: 0, failed: 0, lost: 0, retried: 0 },
    wallNanos: 0,
    maxQueueDepth: 0,
    errors: [],
    dropped: 0,
  };
  const summary = summarize(facts, new TaskTable().columns, 0);
  return { type: 'ended', runId, at, status: 'unfinished', message: null, summary };
}
