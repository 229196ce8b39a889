import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { RunCollector } from '../../../../src/main/export/run-collector';
import { csvText } from '../../../../src/main/export/write-csv';
import { traceText } from '../../../../src/main/export/write-trace';
import { readTrace } from '../../../../src/main/import/read-trace';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import type { RunEvent } from '../../../../src/shared/run-events';
import { COLUMN_NAMES } from '../../../../src/shared/telemetry';
import { makeRun } from '../../../fixtures/make-run';
import { inWholeNs } from '../session/session-file';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-trace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function recorded(events: readonly RunEvent[]) {
  const collector = new RunCollector();
  for (const event of events) collector.take(event);
  return collector.run;
}

const textOf = (events: readonly RunEvent[]): string => [...traceText(recorded(events))].join('');

async function readBack(text: string): Promise<{ events: RunEvent[]; trouble: string | null }> {
  const path = join(folder, 'trace.json');
  writeFileSync(path, text);
  const file = await readTrace(path);
  const events: RunEvent[] = [];
  for await (const event of file.events) events.push(event);
  return { events, trouble: file.trouble() };
}

function factsOf(events: readonly RunEvent[]): Facts {
  const store = createFactsStore();
  for (const event of events) takeEvent(store, { ...event, runId: 1 });
  return store.getState();
}

/** Everything that facts hold, as plain values; `revision` counts events and is none, and where they come from differs. */
function plain({ data, revision: _, started, ...rest }: Facts) {
  const { table, workers, slices, ...vectors } = data;
  return {
    ...rest,
    started: { ...started, source: null },
    workers,
    slices,
    columns: COLUMN_NAMES.map((name) => [name, ...table.columns[name].subarray(0, table.length)]),
    vectors: Object.entries(vectors).map(([name, { array, length }]) => [name, ...array.subarray(0, length)]),
  };
}

const runs = fc.record({
  tasks: fc.integer({ min: 0, max: 60 }),
  workers: fc.integer({ min: 1, max: 5 }),
  chunksize: fc.integer({ min: 1, max: 7 }),
  failEvery: fc.integer({ min: 2, max: 40 }),
  crash: fc.integer({ min: -1, max: 1 }),
  batchNs: fc.constantFrom(50e6, Number.POSITIVE_INFINITY),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

describe('a trace that Poolscope wrote', () => {
  it('is read back into the run that it was written from', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (options) => {
        const events = inWholeNs(makeRun(options));
        const { events: read, trouble } = await readBack(textOf(events));
        expect(trouble).toBeNull();
        expect(plain(factsOf(read))).toEqual(plain(factsOf(events)));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same trace and the same table when it is written again', async () => {
    const text = textOf(inWholeNs(makeRun({ tasks: 40, workers: 3, chunksize: 2, failEvery: 9, crash: 1 })));
    const { events } = await readBack(text);
    expect(textOf(events)).toBe(text);
    expect([...csvText(recorded(events))].join('')).toBe(
      [...csvText(recorded(inWholeNs(makeRun({ tasks: 40, workers: 3, chunksize: 2, failEvery: 9, crash: 1 }))))].join(
        '',
      ),
    );
  });

  it('is read back with its workers, however many there were', async () => {
    const events = inWholeNs(makeRun({ tasks: 9, workers: 2 }));
    const workers = Array.from({ length: 10_000 }, (_, index) => ({
      index,
      slot: index % 2,
      pid: 1000 + index,
      name: `PoolWorker-${index + 1}`,
      spawnedAt: 1,
      readyAt: 2,
      exitingAt: null,
      exit: null,
    }));
    const many = events.map((event) =>
      event.type === 'telemetry' && event.workers.length > 0 ? { ...event, workers } : event,
    );
    const { events: read } = await readBack(textOf(many));
    expect(factsOf(read).data.workers).toHaveLength(10_000);
    expect(factsOf(read).data.table.length).toBe(factsOf(events).data.table.length);
  });

  it('that is cut off anywhere gives its first rows, and says where it ends', async () => {
    const events = inWholeNs(makeRun({ tasks: 9, workers: 2, chunksize: 2 }));
    const text = textOf(events);
    const whole = factsOf(events).data.table;
    const begin = text.indexOf('"traceEvents":[') + 16;
    let most = 0;
    for (let end = begin; end < text.length - 4; end += 97) {
      const { events: read, trouble } = await readBack(text.slice(0, end));
      const { table } = factsOf(read).data;
      expect(trouble).toMatch(/cut off after [\d,]+ events?, /);
      expect(table.columns.runEnd.slice(0, table.length)).toEqual(whole.columns.runEnd.slice(0, table.length));
      if (table.length > 0) expect(read.at(-1)).toMatchObject({ type: 'ended', status: 'unfinished' });
      most = Math.max(most, table.length);
    }
    expect(most).toBe(whole.length);
  });

  it('is shown as slices where its story numbers a worker as none can be', async () => {
    const text = textOf(inWholeNs(makeRun({ tasks: 9, workers: 2 }))).replace(
      '\\"index\\":1,',
      '\\"index\\":4000000000,',
    );
    const { events } = await readBack(text);
    expect(factsOf(events).data.workers).toHaveLength(0);
    expect(factsOf(events).data.slices.count).toBeGreaterThan(9);
  });

  it('is shown as slices where its story is not whole', async () => {
    const text = textOf(inWholeNs(makeRun({ tasks: 9, workers: 2 }))).replace('\\"version\\":1,', '\\"version\\":9,');
    const { events } = await readBack(text);
    expect(factsOf(events).data.table.length).toBe(0);
    expect(factsOf(events).data.slices.count).toBeGreaterThan(9);
    expect(readFileSync(join(folder, 'trace.json'), 'utf8')).toContain('poolscope');
  });
});
