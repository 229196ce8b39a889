import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeEvents } from '../../../../src/main/files/whole-events';
import { readSession } from '../../../../src/main/session/read-session';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import { COLUMN_NAMES } from '../../../../src/shared/telemetry';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, fileWith, inWholeNs } from '../session/session-file';

const events = inWholeNs(makeRun({ tasks: 80, workers: 3, failEvery: 9, crash: 1, batchNs: 60e6 }));
const whole = encoded(events, 1);

/** What the window would hold; null: the file is refused, in one sentence. */
async function shown(bytes: Uint8Array): Promise<Facts | null> {
  const path = fileWith(bytes);
  const open = () => readSession(path);
  const file = await open().catch((error: unknown) => {
    expect(String(error)).toMatch(/^SessionFileError: .+$/);
    return null;
  });
  if (file === null) return null;
  const store = createFactsStore();
  for await (const event of wholeEvents(file, open, () => false)) takeEvent(store, { ...event, runId: 0 });
  return store.getState();
}

/** Rows of a table as plain values. */
const rowsOf = ({ data: { table } }: Facts, count: number) =>
  COLUMN_NAMES.filter((name) => name !== 'delivered').map((name) => [...table.columns[name].subarray(0, count)]);

/** Of what stands before this byte, what a file that ends there would show: nothing of it may be lost. */
async function wholeBefore(byte: number): Promise<number> {
  return (await shown(whole.subarray(0, byte)))?.data.table.length ?? 0;
}

describe('a session that is damaged anywhere', () => {
  it('is refused in a sentence, or shown with an end; what was whole before the damage is all there', async () => {
    const cut = fc.option(fc.nat(whole.length - 1), { nil: whole.length });
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(cut, flips, async (end, changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, by] of changes) bytes[at] = (bytes[at] ?? 0) ^ by;
        const first = Math.min(end, ...changes.map(([at]) => at));
        const facts = await shown(bytes.subarray(0, end));
        const kept = await wholeBefore(first);
        if (facts === null) {
          expect(kept).toBe(0);
          return;
        }
        expect(facts.ended).not.toBeNull();
        expect(facts.data.table.length).toBeGreaterThanOrEqual(kept);
      }),
      { numRuns: 120 },
    );
  }, 120_000);

  it('keeps rows as they were where only bytes behind them are damaged', async () => {
    const sound = await shown(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 12_000, max: whole.length - 1 }), async (end) => {
        const facts = await shown(whole.subarray(0, end));
        // A row may stand again later, when more of it is known: those that have come to their end stay as they are.
        const before = await wholeBefore(end);
        if (facts === null || sound === null || before === 0) return;
        const done = facts.data.table.columns.outcome.subarray(0, before).indexOf(0);
        const count = done < 0 ? before : done;
        expect(rowsOf(facts, count)).toEqual(rowsOf(sound, count));
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
