/** Puts the events of one run together, live or from a file, for an export. */
import { noRunData, takeBatch } from '../../shared/run-data';
import type { RunEvent, RunStarted } from '../../shared/run-events';
import type { TelemetryBatch } from '../../shared/telemetry';
import type { SessionEvent } from '../session/session-encoder';
import type { RecordedRun } from './chrome-trace/recorded-run';

export class RunCollector {
  private readonly data = noRunData();
  private started: RunStarted | null = null;
  private lastBatch: TelemetryBatch | null = null;
  private readonly rare: SessionEvent[] = [];
  private endedAt = 0;
  private foreign = false;

  take(event: RunEvent): void {
    if (event.type === 'started') this.started = event;
    else if (event.type === 'telemetry') {
      takeBatch(this.data, event);
      this.lastBatch = event;
    } else if (event.type === 'called' || event.type === 'resized' || event.type === 'ended') {
      // Whoever shows it numbers it again.
      this.rare.push({ ...event, runId: 0 });
    }
    if (event.type === 'slices') this.foreign = true;
    if ('at' in event) this.endedAt = Math.max(this.endedAt, event.at);
  }

  /** Whether Poolscope recorded it; otherwise it comes from a trace of another tool. */
  get own(): boolean {
    return !this.foreign;
  }

  get run(): RecordedRun {
    const { started, data, endedAt } = this;
    const told = { scenario: started?.title ?? '', mainPid: started?.mainPid ?? 0, data, endedAt };
    if (started === null) return told;
    const { scenario, title, tasks, chunksize, mainPid, epochMs, annotations } = started;
    const { at, dropped, observerNs } = this.lastBatch ?? { at: 0, dropped: 0, observerNs: 0 };
    const events: SessionEvent[] = [
      { type: 'workers', workers: data.workers.filter((worker) => worker !== undefined) },
      { type: 'observer', at, dropped, observerNs },
      ...this.rare,
    ];
    return { ...told, story: { scenario, title, tasks, chunksize, mainPid, epochMs, annotations, events } };
  }
}
