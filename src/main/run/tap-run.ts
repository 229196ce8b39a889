/** The events of a run that has no window, for whoever keeps them. */
import { NO_ANNOTATIONS } from '../../shared/annotations';
import type { RunEvent } from '../../shared/run-events';
import { LIVE } from '../../shared/run-source';
import type { Run } from './run';

/** How often what is new is taken from the hub. */
const EVERY_MS = 250;

export interface Tap {
  /** The call was made. */
  called(at: number): void;
  output(worker: number, stream: 'stdout' | 'stderr', text: string): void;
  /** The run is over: gives out the rest. */
  ended(): void;
}

/** @param take gets each event; `started` is the first */
export function tapRun(run: Run, take: (event: RunEvent) => void): Tap {
  const { scenario, tasks, chunksize, clock, cost } = run;
  const origin = { title: scenario.name, source: LIVE, beside: false, annotations: NO_ANNOTATIONS };
  const { epochMs } = clock;
  take({ type: 'started', runId: 0, scenario, tasks, chunksize, mainPid: process.pid, epochMs, ...origin });
  const flush = (): void =>
    cost.timed(() => {
      const batch = run.hub?.takeBatch(0, clock.now(), cost.spentNs) ?? null;
      if (batch !== null) take(batch);
    });
  const timer = setInterval(flush, EVERY_MS);
  return {
    called: (at) => take({ type: 'called', runId: 0, at }),
    output: (worker, stream, text) =>
      take({ type: 'output', runId: 0, entries: [{ worker, stream, text, leftOut: 0 }] }),
    ended: () => {
      clearInterval(timer);
      flush();
      const { status, message, returnedAt } = run;
      take({ type: 'ended', runId: 0, at: returnedAt ?? clock.now(), status, message, summary: run.summary() });
    },
  };
}
