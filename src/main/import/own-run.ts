/**
 * A trace that Poolscope wrote, read back into the run that it was written from: rows, workers, queue depth, deliveries,
 * callbacks and samples. Slices are not looked at: they say the same again.
 */
import { resolve } from 'node:path';
import type { RunEvent, RunStarted } from '../../shared/run-events';
import { areInOrder } from '../../shared/session/event-schema';
import { TaskTable } from '../../shared/task-table';
import { CALLBACK_KINDS, OUTCOMES, type TelemetryBatch } from '../../shared/telemetry';
import { Vector } from '../../shared/vector';
import { type RunStory, readMoments, readRows, storySchema } from '../export/chrome-trace/run-story';
import { CALLER_TID } from '../export/chrome-trace/trace-event';
import type { RawEvent } from './raw-event';
import { batchesOf } from './telemetry-batch';
import type { ReadRun } from './trace-parts';

/** What a file says may be anything. */
const OUTCOME_WORDS: readonly unknown[] = OUTCOMES;
const CALLBACKS: readonly unknown[] = CALLBACK_KINDS;
/** A row further ahead than this is no row of the run. */
const MOST_AHEAD = 100_000;

/** @param otherData member of the trace, as JSON. @returns null where Poolscope did not write it */
export function ownStory(otherData: string | undefined): RunStory | null {
  if (otherData === undefined) return null;
  try {
    const { poolscope } = JSON.parse(otherData) as { poolscope?: unknown };
    if (typeof poolscope !== 'string') return null;
    const parsed = storySchema.safeParse(JSON.parse(poolscope));
    if (!parsed.success) return null;
    const tells = parsed.data.events.flatMap((event) => (event.type === 'workers' ? [event.workers] : []));
    return tells.every((workers) => areInOrder(workers, 0)) ? parsed.data : null;
  } catch {
    return null;
  }
}

export class OwnRun {
  private readonly table = new TaskTable();
  private readonly seen = new Vector(Uint8Array);
  private readonly deliveredRows = new Vector(Uint32Array);
  private readonly deliveredAt = new Vector(Float64Array);
  private readonly callbackTask = new Vector(Uint32Array);
  private readonly callbackAt = new Vector(Float64Array);
  private readonly callbackKind = new Vector(Uint8Array);
  private readonly queueAt = new Vector(Float64Array);
  private readonly queueDepth = new Vector(Uint32Array);
  private readonly sampleAt = new Vector(Float64Array);
  private readonly sampleWorker = new Vector(Uint16Array);
  private readonly sampleCpu = new Vector(Float32Array);
  private readonly sampleMemory = new Vector(Float64Array);
  private latest = 0;

  constructor(private readonly story: RunStory) {}

  add(value: unknown): void {
    const { ph, name, ts, tid, args } = value as RawEvent;
    if (typeof args !== 'object' || args === null || typeof ts !== 'number' || !Number.isFinite(ts)) return;
    const facts = args as Readonly<Record<string, unknown>>;
    const at = Math.round(this.story.originNs) + Math.round(ts * 1e3);
    if (ph === 'C') this.addSample(name, at, Number(tid), facts);
    else if (typeof facts.momentsNs === 'string') this.addRow(facts, facts.momentsNs);
    else if (ph === 'i' && typeof facts.rows === 'string') this.addDelivery(facts.rows, at);
    else if (ph === 'i' && CALLBACKS.includes(name)) {
      this.callbackTask.push(Number(facts.task));
      this.callbackAt.push(at);
      this.callbackKind.push(CALLBACKS.indexOf(name));
    }
  }

  /** @param trouble where the file ends early */
  run(path: string, trouble: string | null): ReadRun {
    const { version: _, originNs: __, events: rare, ...told } = this.story;
    const started: RunStarted = {
      type: 'started',
      runId: 0,
      ...told,
      source: { kind: 'file', format: 'chrome-trace', path: resolve(path) },
      beside: false,
    };
    const batches = (): Generator<TelemetryBatch> => this.batches();
    async function* events(): AsyncGenerator<RunEvent> {
      yield started;
      for (const event of rare) if (event.type === 'called') yield { ...event, runId: 0 };
      yield* batches();
      for (const event of rare) {
        if (event.type === 'resized') yield { ...event, runId: 0 };
        if (event.type !== 'ended') continue;
        const cut = trouble === null ? {} : { status: 'unfinished' as const, message: trouble };
        yield { ...event, ...cut, runId: 0 };
      }
    }
    return { started, events };
  }

  private *batches(): Generator<TelemetryBatch> {
    // Rows stand in order: behind a hole the file was cut off, or somebody has cut something out.
    const hole = this.seen.array.subarray(0, this.table.length).indexOf(0);
    if (hole >= 0) this.table.length = hole;
    const observer = this.story.events.find((event) => event.type === 'observer');
    const workers = this.story.events.find((event) => event.type === 'workers')?.workers ?? [];
    const kept = [...this.deliveredRows.array.subarray(0, this.deliveredRows.length).keys()].filter(
      (index) => (this.deliveredRows.array[index] ?? 0) < this.table.length,
    );
    yield* batchesOf(this.table, observer?.at ?? this.latest, {
      workers,
      deliveries: {
        rows: Uint32Array.from(kept, (index) => this.deliveredRows.array[index] ?? 0),
        at: Float64Array.from(kept, (index) => this.deliveredAt.array[index] ?? 0),
      },
      callbacks: { tasks: this.callbackTask.tail(0), at: this.callbackAt.tail(0), kinds: this.callbackKind.tail(0) },
      queue: { at: this.queueAt.tail(0), depth: this.queueDepth.tail(0) },
      processes: {
        at: this.sampleAt.tail(0),
        worker: this.sampleWorker.tail(0),
        cpu: this.sampleCpu.tail(0),
        memoryBytes: this.sampleMemory.tail(0),
      },
      dropped: observer?.dropped ?? 0,
      observerNs: observer?.observerNs ?? 0,
    });
  }

  private addRow(facts: Readonly<Record<string, unknown>>, moments: string): void {
    const { table, seen } = this;
    const row = Number(facts.row);
    const workers = this.story.events.find((event) => event.type === 'workers')?.workers.length ?? 0;
    const worker = Number(facts.worker);
    const outcome = OUTCOME_WORDS.indexOf(facts.outcome);
    const known = Number.isInteger(row) && row >= 0 && row < table.length + MOST_AHEAD && outcome >= 0;
    if (!known || !(worker >= 0 && worker < Math.max(1, workers))) return;
    if (row >= table.length) {
      table.addRows(row + 1 - table.length);
      seen.append(new Uint8Array(row + 1 - seen.length));
    }
    const { columns } = table;
    if (!readMoments(moments, columns, row, this.story.originNs)) return;
    columns.task[row] = Number(facts.task);
    columns.chunk[row] = Number(facts.chunk);
    columns.worker[row] = worker;
    columns.attempt[row] = Number(facts.attempt);
    columns.outcome[row] = outcome;
    columns.argsBytes[row] = Number(facts.argsBytes);
    columns.resultBytes[row] = Number(facts.resultBytes);
    seen.array[row] = 1;
  }

  private addDelivery(rows: string, at: number): void {
    for (const row of readRows(rows, this.table.length)) {
      this.deliveredRows.push(row);
      this.deliveredAt.push(at);
    }
    this.latest = Math.max(this.latest, at);
  }

  /** CPU and memory of a worker are sampled together, and stand one after the other. */
  private addSample(name: unknown, at: number, tid: number, facts: Readonly<Record<string, unknown>>): void {
    if (name === 'queue depth') {
      this.queueAt.push(at);
      this.queueDepth.push(Number(facts.tasks));
    } else if (name === 'CPU') {
      this.sampleAt.push(at);
      this.sampleWorker.push(tid - CALLER_TID - 1);
      this.sampleCpu.push(Number(facts.cores));
      this.sampleMemory.push(0);
    } else if (name === 'memory' && this.sampleMemory.length > 0) {
      this.sampleMemory.array[this.sampleMemory.length - 1] = Number(facts.bytes);
    }
  }
}
