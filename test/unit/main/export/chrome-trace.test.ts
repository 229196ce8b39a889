import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chromeTrace } from '../../../../src/main/export/chrome-trace/chrome-trace';
import type { RecordedRun } from '../../../../src/main/export/chrome-trace/recorded-run';
import { CALLER_TID, type TraceEvent, tidOf } from '../../../../src/main/export/chrome-trace/trace-event';
import { traceText } from '../../../../src/main/export/write-trace';
import { outcomeCode } from '../../../../src/shared/telemetry';
import { type MakeRunOptions, makeFacts } from '../../../fixtures/make-run';
import { parseTrace, type Slice, slicesByThread } from './parse-trace';

function made(options: MakeRunOptions): RecordedRun {
  const { data, now } = makeFacts(options);
  return { scenario: 'Made up', mainPid: 4000, data, endedAt: now };
}

const events = (run: RecordedRun): TraceEvent[] => [...chromeTrace(run)];
const named = (all: readonly TraceEvent[], ph: string, name: RegExp) =>
  all.filter((event) => event.ph === ph && name.test(event.name));

const runs = fc.record({
  tasks: fc.integer({ min: 0, max: 60 }),
  workers: fc.integer({ min: 1, max: 5 }),
  chunksize: fc.integer({ min: 1, max: 7 }),
  depth: fc.integer({ min: 1, max: 3 }),
  failEvery: fc.integer({ min: 2, max: 40 }),
  crash: fc.integer({ min: -1, max: 1 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

describe('a trace', () => {
  it('is valid JSON that fits the format, whatever the run', () => {
    fc.assert(
      fc.property(runs, (options) => {
        const text = [...traceText(made(options))].join('');
        expect(() => parseTrace(text)).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });

  it('has slices of a thread nested, to the nanosecond', () => {
    fc.assert(
      fc.property(runs, (options) => {
        for (const slices of slicesByThread(events(made(options))).values()) {
          const open: Slice[] = [];
          for (const slice of slices) {
            while (open.length > 0 && (open.at(-1)?.endNs ?? 0) <= slice.beginNs) open.pop();
            const parent = open.at(-1);
            if (parent !== undefined) expect(slice.endNs).toBeLessThanOrEqual(parent.endNs);
            open.push(slice);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has each arrow once, from where a slice begins to where a later one does', () => {
    fc.assert(
      fc.property(runs, (options) => {
        const all = events(made(options));
        const begins = new Set(all.flatMap((e) => (e.ph === 'X' ? `${e.cat} ${e.pid} ${e.tid} ${e.ts}` : [])));
        const starts = all.flatMap((e) => (e.ph === 's' ? [e] : []));
        const ends = all.flatMap((e) => (e.ph === 'f' ? [e] : []));
        expect(new Set(starts.map(({ id }) => id)).size).toBe(starts.length);
        expect(ends.map(({ id, name }) => [id, name])).toEqual(starts.map(({ id, name }) => [id, name]));
        for (const e of [...starts, ...ends]) expect(begins).toContain(`${e.cat} ${e.pid} ${e.tid} ${e.ts}`);
        for (const [index, { ts }] of starts.entries()) expect(ends[index]?.ts).toBeGreaterThan(ts);
      }),
      { numRuns: 40 },
    );
  });

  it('holds every run of every task, with its times', () => {
    const run = made({ tasks: 24, workers: 3, failEvery: 7, crash: 1 });
    const { columns, length } = run.data.table;
    const origin = run.data.workers[0]?.spawnedAt ?? 0;
    const all = events(run);
    for (let row = 0; row < length; row++) {
      if (columns.outcome[row] !== outcomeCode.completed) continue;
      const tid = tidOf(columns.worker[row] ?? 0);
      const task = named(all, 'X', new RegExp(`^task ${columns.task[row]}$`)).find((event) => event.tid === tid);
      expect(task).toMatchObject({ args: { chunk: columns.chunk[row], outcome: 'completed' } });
      const ts = task !== undefined && 'ts' in task ? task.ts : Number.NaN;
      expect(Math.abs(ts * 1e3 + origin - (columns.argsLoadsBegin[row] ?? Number.NaN))).toBeLessThan(1.01);
    }
    const ran = Array.from({ length }, (_, row) => row).filter((row) => !Number.isNaN(columns.runBegin[row] ?? 0));
    expect(named(all, 'X', /^run$/)).toHaveLength(ran.length);
  });

  it('pairs the begin and the end of each message in flight', () => {
    const all = events(made({ tasks: 24, workers: 3, chunksize: 4 }));
    const begins = named(all, 'b', /in flight/);
    const ends = named(all, 'e', /in flight/);
    // Six chunks, there and back.
    expect(begins).toHaveLength(12);
    const key = (event: TraceEvent) => ('id' in event ? `${event.name} ${event.id}` : '');
    expect(ends.map(key)).toEqual(begins.map(key));
    expect(new Set(begins.map(key)).size).toBe(12);
    expect(begins[0]).toMatchObject({ args: { chunk: 0, tasks: 4 } });
  });

  it('names every process and thread, in the order of the timeline', () => {
    const run = made({ tasks: 12, workers: 3, crash: 1 });
    const all = events(run);
    const sort = named(all, 'M', /process_sort_index/).map((event) => [event.pid, 'args' in event ? event.args : null]);
    expect(sort).toEqual([
      [4000, { sort_index: 0 }],
      ...run.data.workers.map(({ pid, slot }) => [pid, { sort_index: slot + 1 }]),
    ]);
    const places = new Set(all.map(({ pid, tid }) => `${pid} ${tid}`));
    const known = new Set(named(all, 'M', /thread_name/).map(({ pid, tid }) => `${pid} ${tid}`));
    expect(places).toEqual(known);
    expect(known).toContain(`4000 ${CALLER_TID}`);
  });

  it('says which worker crashed, and how', () => {
    const crashes = named(events(made({ tasks: 24, workers: 3, crash: 1 })), 'i', /^crashed$/);
    expect(crashes).toMatchObject([{ s: 'p', args: { how: 'SIGKILL' } }]);
  });

  it('counts results that came at the same time as one moment', () => {
    const delivered = named(events(made({ tasks: 24, workers: 3 })), 'i', /^delivered/);
    expect(delivered).toMatchObject([{ name: 'delivered 24 results', args: { results: 24 } }]);
  });

  it('comes to its end where a damaged file has no times of deliveries', () => {
    const run = made({ tasks: 6, workers: 2 });
    run.data.deliveredAt.array.fill(Number.NaN);
    expect(named(events(run), 'i', /^delivered/)).toHaveLength(6);
  });
});
