/**
 * What telemetry costs: the same tasks of one busy millisecond on a pool that records and on one that does not, and the
 * time that main spends on recording.
 */
import { startClock } from '../../../src/main/clock';
import { observedBy } from '../../../src/main/pool/observer';
import { Pool } from '../../../src/main/pool/pool';
import type { SessionRecorder } from '../../../src/main/session/session-recorder';
import type { TelemetryBatch } from '../../../src/shared/telemetry';
import type { Request } from '../protocol';
import { milliseconds } from '../stopwatch';
import { engines } from './engines';
import { sumOfSquares } from './function-specs';
import { type OpenRecorder, openRecorder } from './open-recorder';
import { Recording } from './recording';
import { timed } from './timed-observer';

type TelemetryRequest = Extract<Request, { measure: 'telemetry' }>;

const PROCESSES = 2;
const TASK_NS = 1e6;
/** Rounds of finding the n that takes a millisecond: the first ones run code that is not compiled yet. */
const CALIBRATIONS = 4;
const CALIBRATION_TASKS = 200;

export class TelemetryCost {
  private readonly recording = new Recording(engines.poolscope);
  private recorder: OpenRecorder | undefined;
  private pools: Promise<{ on: Pool; off: Pool; item: number }> | undefined;

  async measure({ subject, tasks }: TelemetryRequest): Promise<number> {
    this.pools ??= this.open();
    const { on, off, item } = await this.pools;
    const items = new Array<number>(tasks).fill(item);
    if (subject === 'off') return milliseconds(() => off.map(sumOfSquares, items, 1));
    const { spent, keeping } = this.recording;
    const recorder = subject === 'recorded' || subject === 'recorded-share' ? this.openRecorder() : null;
    const keep = recorder === null ? undefined : (batch: TelemetryBatch) => recorder.add(batch);
    spent.ms = 0;
    keeping.ms = 0;
    const wallMs = await milliseconds(() => this.recording.during(() => on.map(sumOfSquares, items, 1), keep));
    if (subject === 'share') return (spent.ms / wallMs) * 100;
    return subject === 'recorded-share' ? (keeping.ms / wallMs) * 100 : wallMs;
  }

  async close(): Promise<void> {
    const pools = await this.pools;
    this.pools = undefined;
    await this.recorder?.close();
    this.recorder = undefined;
    await Promise.all([pools?.on.terminate(), pools?.off.terminate()]);
  }

  /** One for all samples of a row: the round that warms up has started its thread. */
  private openRecorder(): SessionRecorder {
    this.recorder ??= openRecorder();
    return this.recorder.recorder;
  }

  private async open(): Promise<{ on: Pool; off: Pool; item: number }> {
    const { spawn } = engines.poolscope;
    const { clock, hub, spent } = this.recording;
    const on = new Pool({ processes: PROCESSES, spawn, clock, observer: observedBy(timed(hub, spent)) });
    const off = new Pool({ processes: PROCESSES, spawn, clock: startClock() });
    await Promise.all([on.ready, off.ready]);
    const item = await this.calibrate(on);
    // The other pool's workers compile the task too.
    await off.map(sumOfSquares, new Array<number>(CALIBRATION_TASKS).fill(item), 1);
    return { on, off, item };
  }

  /** @returns the n for which a task runs for one millisecond, as the telemetry itself has it */
  private async calibrate(pool: Pool): Promise<number> {
    const { table } = this.recording.hub;
    let item = 100_000;
    for (let round = 0; round < CALIBRATIONS; round++) {
      const first = table.length;
      await pool.map(sumOfSquares, new Array<number>(CALIBRATION_TASKS).fill(item), 1);
      const runs = table.columns.runEnd.slice(first, table.length).map((end, row) => {
        return end - (table.columns.runBegin[first + row] ?? Number.NaN);
      });
      item = Math.round((item * TASK_NS) / (runs.sort()[runs.length >> 1] ?? TASK_NS));
    }
    return item;
  }
}
