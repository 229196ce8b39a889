/**
 * Telemetry as a run with a window has it: the hub, samples of the workers' processes, and a batch every other frame. There is
 * no window here; the batch is serialised instead, which is what sending it would cost main.
 */
import { serialize } from 'node:v8';
import { type Clock, startClock } from '../../../src/main/clock';
import type { Engine } from '../../../src/main/engines/engine';
import { TelemetryHub } from '../../../src/main/telemetry/hub';
import { sampleProcesses } from '../../../src/main/telemetry/process-sampler';
import type { TelemetryBatch } from '../../../src/shared/telemetry';
import { type Spent, timedCall } from './timed-observer';

const BATCH_MS = 33;

export class Recording {
  readonly clock: Clock = startClock();
  readonly hub = new TelemetryHub();
  /** Time that main has spent on samples and batches; whoever times the hub adds to it. */
  readonly spent: Spent = { ms: 0 };
  /** The part of it that went into handing batches to whoever keeps them. */
  readonly keeping: Spent = { ms: 0 };
  private readonly engine: Engine;

  constructor({ spawn, usage }: Engine) {
    this.engine = { spawn, usage: (pids) => timedCall(this.spent, () => usage(pids)) };
  }

  /** Records while `work` runs. @param keep gets each batch as well */
  async during<Value>(work: () => Promise<Value>, keep?: (batch: TelemetryBatch) => void): Promise<Value> {
    const stopSampling = sampleProcesses(this.engine, this.hub, this.clock);
    const frames = setInterval(() => this.send(keep), BATCH_MS);
    try {
      return await work();
    } finally {
      clearInterval(frames);
      stopSampling();
      this.send(keep);
    }
  }

  /** Makes a batch of what is new and serialises it. */
  send(keep: (batch: TelemetryBatch) => void = () => undefined): void {
    timedCall(this.spent, () => {
      const batch = this.hub.takeBatch(1, this.clock.now());
      if (batch === null) return;
      serialize(batch);
      timedCall(this.keeping, () => keep(batch));
    });
  }
}
