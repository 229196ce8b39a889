import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { CompressedStreamWriter } from '../../../../src/shared/session/compression';
import { sessionSchema } from '../../../../src/shared/session/session-schema';
import type { WorkerRecord } from '../../../../src/shared/telemetry';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, fileWith, headerFor, readAll, sessionPath, startedOf } from './session-file';

const events = makeRun({ tasks: 60, workers: 3, failEvery: 9, crash: 1, batchNs: 60e6 });
const whole = encoded(events);

/** Reads it into the window's store; whatever it is, that must not throw. */
async function shown(bytes: Uint8Array): Promise<{ rows: number; trouble: string | null }> {
  const store = createFactsStore();
  const { events: read, trouble } = await readAll(fileWith(bytes));
  for (const event of read) takeEvent(store, event);
  return { rows: store.getState().data.table.length, trouble };
}

function headed(header: string): Uint8Array {
  const writer = new CompressedStreamWriter();
  writer.reset(undefined, sessionSchema(header));
  writer.finish();
  return writer.take();
}

describe('a session file that is cut off', () => {
  it('is read up to there, wherever that is, and says so', async () => {
    const { rows: all } = await shown(whole);
    let before = 0;
    // The header is at the head: shorter files are no sessions.
    for (let end = 8000; end < whole.length; end += 997) {
      const { rows, trouble } = await shown(whole.subarray(0, end));
      expect(rows).toBeGreaterThanOrEqual(before);
      expect(trouble).toMatch(/cut off|before its run does/);
      before = rows;
    }
    expect(before).toBeGreaterThan(0);
    expect(all).toBeGreaterThanOrEqual(before);
  });
});

describe('a damaged session file', () => {
  it('never breaks whoever reads it: it is refused in a sentence, or read as far as it makes sense', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          await shown(bytes).catch((error: unknown) => expect(String(error)).toMatch(/^SessionFileError: /));
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);
});

describe('a worker that nobody can have started', () => {
  const withWorker = (change: Partial<WorkerRecord>): Uint8Array =>
    encoded(
      events.map((event) => {
        if (event.type !== 'telemetry') return event;
        return {
          ...event,
          workers: event.workers.map((worker) => (worker.index === 2 ? { ...worker, ...change } : worker)),
        };
      }),
    );

  it.each([{ index: 4_000_000_000 }, { slot: 4_000_000_000 }])(
    'ends what is read: no table is as long (%o)',
    async (change) => {
      const { events: read, trouble } = await readAll(fileWith(withWorker(change)));
      expect(trouble).toMatch(/damaged or cut off after what could be read/);
      const told = read.flatMap((event) => (event.type === 'telemetry' ? event.workers : []));
      for (const { index, slot } of told) expect(Math.max(index, slot)).toBeLessThan(100);
    },
  );

  it('is not taken for one where it was told of before those that were started before it', async () => {
    const { trouble } = await readAll(fileWith(withWorker({ index: 200 })));
    expect(trouble).toBeNull();
  });
});

describe('a file that is no session', () => {
  const refused = (bytes: Uint8Array | string) => readAll(fileWith(bytes)).then(String, (error) => error.message);

  it('is refused in one sentence that names it', async () => {
    expect(await refused('')).toMatch(/^\S+\.poolscope: expected a Poolscope session, and the file is empty$/);
    expect(await refused('{"traceEvents":[]}')).toMatch(/expected a Poolscope session \(an Arrow stream/);
    expect(await refused(new Uint8Array(5000).fill(7))).toMatch(/expected a Poolscope session/);
    expect(await refused(headed('not JSON'))).toMatch(/its header is not JSON$/);
  });

  it('is refused when it is of a future version, or its scenario is wrong', async () => {
    const header = headerFor(startedOf(events));
    expect(await refused(headed(JSON.stringify({ ...header, version: 3 })))).toMatch(
      /version 3 of the session format; this Poolscope reads up to version 2$/,
    );
    const bad = { ...header, scenario: { ...header.scenario, engine: 'steam' } };
    expect(await refused(headed(JSON.stringify(bad)))).toMatch(/header: scenario\.engine: expected/);
  });

  it.skipIf(!existsSync('/proc/self/fd'))('is closed when it is refused', async () => {
    const path = fileWith(headed(JSON.stringify({ ...headerFor(startedOf(events)), version: 3 })));
    await expect(readAll(path)).rejects.toThrow('version 3');
    const opened = (): string[] =>
      readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`);
        } catch {
          return [];
        }
      });
    await vi.waitFor(() => expect(opened()).not.toContain(path));
  });

  it('is refused when it is a folder, or not there', async () => {
    const message = (path: string) => readAll(path).then(String, (error) => error.message);
    expect(await message(tmpdir())).toBe(`${tmpdir()}: it is a folder`);
    const missing = sessionPath();
    expect(await message(missing)).toBe(`${missing}: there is no such file`);
  });
});
