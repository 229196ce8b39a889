/**
 * What an event loop tells of its tasks: begins and ends since it last told, sent at most every REPORT_EVERY_NS. A loop
 * that computes does not turn, so each begin and end looks whether a report is due; a timer brings the last of them.
 */
import { type FromWorker, TASK_STATUS } from '../shared/worker-protocol';
import { now } from './clock';
import { cloneable } from './cloneable';
import type { Port } from './port';
import { remoteError } from './remote-error';

const REPORT_EVERY_NS = 25e6;

type Gathered = Extract<FromWorker, { type: 'gathered' }>;

export class GatherReport {
  private begun = { tasks: [] as number[], places: [] as number[], at: [] as number[] };
  private ended = { tasks: [] as number[], at: [] as number[], status: [] as number[], values: [] as unknown[] };
  private last = now();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly port: Port) {}

  begin(task: number, place: number): void {
    this.begun.tasks.push(task);
    this.begun.places.push(place);
    this.begun.at.push(now());
    this.sendIfDue();
  }

  returned(task: number, value: unknown): void {
    this.end(task, TASK_STATUS.ok, value);
  }

  raised(task: number, error: unknown): void {
    this.end(task, TASK_STATUS.raised, remoteError(error));
  }

  private end(task: number, status: number, value: unknown): void {
    this.ended.at.push(now());
    this.ended.tasks.push(task);
    this.ended.status.push(status);
    this.ended.values.push(value);
    this.sendIfDue();
  }

  private sendIfDue(): void {
    if (now() - this.last >= REPORT_EVERY_NS) this.send(null);
    else this.timer ??= setTimeout(() => this.send(null), REPORT_EVERY_NS / 1e6);
  }

  /** @param workedNs at the end: how long the loop was at work; null: more will come */
  send(workedNs: number | null): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.last = now();
    const { begun, ended } = this;
    this.begun = { tasks: [], places: [], at: [] };
    this.ended = { tasks: [], at: [], status: [], values: [] };
    post(this.port, {
      type: 'gathered',
      begun: {
        tasks: Uint32Array.from(begun.tasks),
        places: Uint16Array.from(begun.places),
        at: Float64Array.from(begun.at),
      },
      ended: {
        tasks: Uint32Array.from(ended.tasks),
        at: Float64Array.from(ended.at),
        status: Uint8Array.from(ended.status),
        values: ended.values,
      },
      workedNs,
      done: workedNs !== null,
    });
  }
}

/** Nothing is pickled, but the report has to cross to be shown: what cannot be cloned goes as its text. */
function post(port: Port, report: Gathered): void {
  try {
    port.post(report);
  } catch {
    port.post({ ...report, ended: { ...report.ended, values: report.ended.values.map(cloneable) } });
  }
}
