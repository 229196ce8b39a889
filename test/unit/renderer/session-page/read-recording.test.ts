import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded, embeddedSession } from '../../../../src/renderer/session-page/embedded-session';
import { readRecording } from '../../../../src/renderer/session-page/read-recording';
import { showRecording } from '../../../../src/renderer/session-page/show-recording';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, inWholeNs } from '../../main/session/session-file';

const run = inWholeNs(makeRun({ tasks: 60, workers: 3, batchNs: 20e6 }));
const bytes = encoded(run);

function* cut(whole: Uint8Array, size: number): Generator<Uint8Array> {
  for (let from = 0; from < whole.length; from += size) yield whole.subarray(from, from + size);
}

const facts = (): ReturnType<typeof createFactsStore> => createFactsStore();

/** What is drawn of a run. */
const drawn = ({ data, calledAt, ended }: Facts) => ({
  calledAt,
  ended: ended?.at,
  status: ended?.status,
  rows: data.table.length,
  workers: data.workers,
  columns: Object.entries(data.table.columns).map(([name, column]) => [name, [...column.slice(0, data.table.length)]]),
  delivered: [...data.deliveredRows.array.slice(0, data.deliveredRows.length)],
  queue: [...data.queueDepth.array.slice(0, data.queueDepth.length)],
});

describe('a recording in a page', () => {
  it('is the run that was recorded, however its bytes are cut', async () => {
    const live = facts();
    for (const event of run) takeEvent(live, event);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: bytes.length }), async (size) => {
        const store = facts();
        expect(await showRecording(store, await readRecording(cut(bytes, size)))).toBeNull();
        expect(drawn(store.getState())).toEqual(drawn(live.getState()));
        expect(store.getState().started).toMatchObject({ title: 'Made up', source: { kind: 'file' } });
      }),
      { numRuns: 15 },
    );
  });

  it('is shown as far as it goes where it is cut off, with an end and a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: bytes.length >> 1, max: bytes.length - 20 }), async (length) => {
        const store = facts();
        const trouble = await showRecording(store, await readRecording(cut(bytes.subarray(0, length), 1000)));
        const { ended } = store.getState();
        expect(trouble === null).toBe(ended?.status === 'completed');
        if (trouble !== null) expect(ended?.status).toBe('unfinished');
      }),
      { numRuns: 30 },
    );
  });

  it('is refused in one sentence where it is none', async () => {
    const none = 'There is no recording in this page, or it is damaged.';
    await expect(readRecording([])).rejects.toThrow(none);
    await expect(readRecording([Uint8Array.of(1, 2, 3)])).rejects.toThrow(none);
  });

  it('comes from blocks of base64, each of which is let go', () => {
    const removed: number[] = [];
    const texts = [bytes.subarray(0, 300).toString('base64'), bytes.subarray(300).toString('base64')];
    const blocks = texts.map((textContent, index) => ({ textContent, remove: () => removed.push(index) }));
    const document = { querySelectorAll: () => blocks } as unknown as Document;
    expect(Buffer.concat([...embeddedSession(document)])).toEqual(bytes);
    expect(removed).toEqual([0, 1]);
    expect(() => decoded('<')).toThrow();
  });
});
