/** The end of a run whose recording has none: what the summary would have said of the part that could be read. */
import { noRunData, takeBatch } from '../../shared/run-data';
import type { RunEnded, RunEvent, RunStarted } from '../../shared/run-events';
import { type SummaryFacts, summarize, type TaskCounts } from '../../shared/summary';
import { OUTCOMES, outcomeCode, type TaskColumns } from '../../shared/telemetry';

export class UnfinishedEnd {
  private readonly data = noRunData();
  private calledAt: number | null = null;
  private reached = 0;
  private dropped = 0;

  constructor(private readonly started: RunStarted) {}

  take(event: RunEvent): void {
    if (event.type === 'telemetry') {
      takeBatch(this.data, event);
      this.dropped = event.dropped;
    }
    if (event.type === 'called') this.calledAt = event.at;
    if ('at' in event) this.reached = Math.max(this.reached, event.at);
  }

  /** @param message why there is no more. */
  end(message: string): RunEnded {
    const { started, data, calledAt, reached, dropped } = this;
    const { columns, length } = data.table;
    const facts: SummaryFacts = {
      scenario: started.scenario ?? { name: started.title, engine: null },
      finished: false,
      mainPid: started.mainPid,
      pids: [...new Set(data.workers.flatMap(({ pid }) => pid ?? []))],
      chunksize: started.chunksize,
      tasks: countTasks(columns, length, started.tasks),
      wallNanos: calledAt === null ? 0 : Math.max(0, reached - calledAt),
      maxQueueDepth: data.queueDepth.array.subarray(0, data.queueDepth.length).reduce((a, b) => Math.max(a, b), 0),
      errors: [],
      dropped,
    };
    const summary = summarize(facts, columns, length);
    return { type: 'ended', runId: 0, at: reached, status: 'unfinished', message, summary };
  }
}

/** What became of each task: its last run counts, since a lost one may have been repeated. */
function countTasks({ task, outcome, attempt }: TaskColumns, rows: number, submitted: number): TaskCounts {
  const last = new Map<number, number>();
  const counts = OUTCOMES.map(() => 0);
  let retried = 0;
  for (let row = 0; row < rows; row++) {
    const of = task[row] ?? 0;
    const code = outcome[row] ?? outcomeCode.pending;
    if ((attempt[row] ?? 1) > 1) {
      retried++;
      const before = last.get(of);
      if (before !== undefined) counts[before] = (counts[before] ?? 0) - 1;
    }
    // Only those can be repeated.
    if (code === outcomeCode.lost || code === outcomeCode.pending) last.set(of, code);
    else last.delete(of);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const count = (name: keyof typeof outcomeCode): number => counts[outcomeCode[name]] ?? 0;
  return { submitted, completed: count('completed'), failed: count('failed'), lost: count('lost'), retried };
}
