import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import type { RunEvent } from '../../../../src/shared/run-events';
import { COLUMN_NAMES } from '../../../../src/shared/telemetry';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, fileWith, inWholeNs, readAll } from './session-file';

function factsOf(events: readonly RunEvent[]): Facts {
  const store = createFactsStore();
  // A file numbers its run 0.
  for (const event of events) takeEvent(store, { ...event, runId: 0 });
  return store.getState();
}

/** Everything that facts hold, as plain values; `revision` counts events and is none, and where they come from differs. */
function plain({ data, revision: _, started, ...rest }: Facts) {
  const { table, workers, slices, ...vectors } = data;
  return {
    ...rest,
    started: { ...started, source: null, cores: null },
    workers,
    slices,
    columns: COLUMN_NAMES.map((name) => [name, ...table.columns[name].subarray(0, table.length)]),
    vectors: Object.entries(vectors).map(([name, { array, length }]) => [name, ...array.subarray(0, length)]),
  };
}

describe('a session file', () => {
  it('gives back exactly what was recorded, however it was cut into batches', async () => {
    const runs = fc.record({
      tasks: fc.integer({ min: 0, max: 80 }),
      workers: fc.integer({ min: 1, max: 5 }),
      chunksize: fc.integer({ min: 1, max: 9 }),
      depth: fc.integer({ min: 1, max: 3 }),
      failEvery: fc.integer({ min: 2, max: 40 }),
      crash: fc.integer({ min: -1, max: 1 }),
      batchNs: fc.integer({ min: 20e6, max: 900e6 }),
      seed: fc.integer({ min: 1, max: 1e6 }),
    });
    await fc.assert(
      fc.asyncProperty(runs, fc.integer({ min: 1, max: 12 }), async (options, flushEvery) => {
        const events = inWholeNs(makeRun(options));
        const { events: read, trouble } = await readAll(fileWith(encoded(events, flushEvery)));
        expect(trouble).toBeNull();
        expect(plain(factsOf(read))).toEqual(plain(factsOf(events)));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps what workers printed, callbacks, and a pool that was resized', async () => {
    const events = inWholeNs(makeRun({ tasks: 4, workers: 2 }));
    const entries = [{ worker: 1, stream: 'stderr' as const, text: 'ünïcode \u{1F600}\n"quoted"', leftOut: 3 }];
    const callbacks = {
      tasks: Uint32Array.of(0, 2),
      at: Float64Array.of(1.5, 2e9),
      kinds: Uint8Array.of(0, 1),
    };
    const more: RunEvent[] = events.map((event) => (event.type === 'telemetry' ? { ...event, callbacks } : event));
    more.splice(-1, 0, { type: 'output', runId: 1, entries }, { type: 'resized', runId: 1, at: 3e9, processes: 3 });
    const { events: read } = await readAll(fileWith(encoded(more)));
    expect(read.find(({ type }) => type === 'output')).toEqual({ type: 'output', runId: 1, entries });
    expect(read.find(({ type }) => type === 'resized')).toMatchObject({ processes: 3, at: 3e9 });
    expect(plain(factsOf(read))).toEqual(plain(factsOf(more)));
  });

  it('takes no more than 100 bytes a task', () => {
    const tasks = 20_000;
    const events = inWholeNs(makeRun({ tasks, workers: 4, chunksize: 1, meanNs: 1e6, batchNs: 900e6 }));
    expect(encoded(events, 1).length / tasks).toBeLessThan(100);
  });
});
