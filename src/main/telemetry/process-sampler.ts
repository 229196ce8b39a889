/** Samples CPU and memory of the workers at a steady pace, from main: a busy worker cannot sample itself. */
import type { WorkerRecord } from '../../shared/telemetry';
import type { Clock } from '../clock';
import type { Engine } from '../engines/engine';

const EVERY_MS = 500;

export interface SampleSink {
  readonly workers: readonly WorkerRecord[];
  /** @param cpu share of one core since this worker's previous sample */
  processSampled(at: number, worker: number, cpu: number, memoryBytes: number): void;
}

/** @returns a function that ends the sampling */
export function sampleProcesses(engine: Engine, sink: SampleSink, clock: Clock): () => void {
  // By worker, not by PID: the operating system may give a PID out again.
  const previous = new Map<number, { at: number; cpuSeconds: number }>();
  let busy = false;
  const sample = async (): Promise<void> => {
    const alive = sink.workers.filter(({ pid, exit }) => pid !== null && exit === null);
    const usage = await engine.usage(alive.map(({ pid }) => pid as number));
    const at = clock.now();
    for (const { index, pid } of alive) {
      const now = usage.get(pid as number);
      if (now === undefined) continue;
      const before = previous.get(index);
      previous.set(index, { at, cpuSeconds: now.cpuSeconds });
      if (before === undefined) continue;
      sink.processSampled(at, index, (now.cpuSeconds - before.cpuSeconds) / ((at - before.at) / 1e9), now.memoryBytes);
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    sample().finally(() => {
      busy = false;
    });
  }, EVERY_MS);
  return () => clearInterval(timer);
}
