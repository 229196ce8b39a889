/** Puts the events of one run together, live or from a file, for an export. */
import { noRunData, takeBatch } from '../../shared/run-data';
import type { RunEvent } from '../../shared/run-events';
import type { RecordedRun } from './chrome-trace/recorded-run';

export class RunCollector {
  private readonly data = noRunData();
  private scenario = '';
  private mainPid = 0;
  private endedAt = 0;

  take(event: RunEvent): void {
    if (event.type === 'started') {
      this.scenario = event.title;
      this.mainPid = event.mainPid;
    }
    if (event.type === 'telemetry') takeBatch(this.data, event);
    if ('at' in event) this.endedAt = Math.max(this.endedAt, event.at);
  }

  get run(): RecordedRun {
    const { scenario, mainPid, data, endedAt } = this;
    return { scenario, mainPid, data, endedAt };
  }
}
