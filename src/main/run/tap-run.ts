/** The events of a run, in order, for whoever shows or keeps them. The window and the command line both get them here. */
import { NO_ANNOTATIONS } from '../../shared/annotations';
import type { OutputStream, RunEvent } from '../../shared/run-events';
import { LIVE } from '../../shared/run-source';
import type { Summary } from '../../shared/summary';
import { OutputLog } from './output-log';
import type { Run } from './run';

export interface TapOptions {
  readonly runId: number;
  /** How often what is new is taken from the hub. */
  readonly everyMs: number;
  /** Whether more may come now; missing: always. Until then what is new gathers. */
  ready?(): boolean;
}

export interface Tap {
  /** The call was made. */
  called(at: number): void;
  resized(processes: number): void;
  /** A worker's last words may come after the end of the run. */
  output(worker: number, stream: OutputStream, text: string): void;
  /** The run is over: gives out the rest. */
  ended(summary: Summary): void;
}

/** @param take gets each event; `started` is the first */
export function tapRun(run: Run, { runId, everyMs, ready }: TapOptions, take: (event: RunEvent) => void): Tap {
  const { scenario, tasks, chunksize, clock, cost } = run;
  const printed = new OutputLog();
  let over = false;

  const giveOutput = (): void => {
    if (!printed.isEmpty) take({ type: 'output', runId, entries: printed.take() });
  };
  const flush = (): void => {
    cost.timed(() => {
      const batch = run.hub?.takeBatch(runId, clock.now(), cost.spentNs) ?? null;
      if (batch !== null) take(batch);
    });
    // After the telemetry: it tells whose output this is.
    giveOutput();
  };

  const origin = { title: scenario.name, source: LIVE, beside: false, annotations: NO_ANNOTATIONS };
  const { epochMs } = clock;
  take({ type: 'started', runId, scenario, tasks, chunksize, mainPid: process.pid, epochMs, ...origin });
  const timer = setInterval(() => {
    if (ready?.() ?? true) flush();
  }, everyMs);
  return {
    called: (at) => take({ type: 'called', runId, at }),
    resized: (processes) => take({ type: 'resized', runId, at: clock.now(), processes }),
    output: (worker, stream, text) => {
      printed.add(worker, stream, text);
      if (over) setTimeout(giveOutput, everyMs);
    },
    ended: (summary) => {
      clearInterval(timer);
      // The rest goes out whether or not anybody has kept up: after this only last words can come.
      flush();
      over = true;
      const { status, message, returnedAt } = run;
      take({ type: 'ended', runId, at: returnedAt ?? clock.now(), status, message, summary });
    },
  };
}
