import { existsSync, readFileSync, renameSync } from 'node:fs';
import { CompressionType, setCompressionCodec, tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSession } from '../../../../src/main/session/describe-session';
import { settlePart } from '../../../../src/main/session/settle-part';
import { lz4 } from '../../../../src/shared/session/compression';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, fileWith, inWholeNs, readAll, sessionPath } from './session-file';

setCompressionCodec(CompressionType.LZ4_FRAME, lz4);

const events = inWholeNs(makeRun({ tasks: 60, workers: 3, failEvery: 9, crash: 1, batchNs: 60e6 }));
const whole = encoded(events);

/** As a crash leaves it. */
function partWith(bytes: Uint8Array): { part: string; path: string } {
  const path = sessionPath();
  const part = `${path}.part`;
  renameSync(fileWith(bytes), part);
  return { part, path };
}

describe('what a recording got to', () => {
  it('becomes a session that every reader of Arrow takes, with all that was whole, wherever it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        const cut = whole.subarray(0, length);
        const { part, path } = partWith(cut);
        const kept = await settlePart(part, path);
        expect(existsSync(part)).toBe(false);
        expect(existsSync(path)).toBe(kept);
        if (!kept) return;
        const settled = await readAll(path);
        expect(settled.events).toEqual((await readAll(fileWith(cut))).events.map((event) => withSource(event, path)));
        expect(settled.trouble ?? '').not.toMatch(/damaged/);
        expect(tableFromIPC(new Uint8Array(readFileSync(path))).numRows).toBeGreaterThan(0);
      }),
      { numRuns: 40, examples: [[0], [100], [whole.length], [whole.length - 1], [whole.length - 8]] },
    );
  });

  it('is removed when there is no record in it', async () => {
    const { part, path } = partWith(whole.subarray(0, 3000));
    expect(await settlePart(part, path)).toBe(false);
    expect(existsSync(part) || existsSync(path)).toBe(false);
  });
});

function withSource<Event extends { type: string }>(event: Event, path: string): Event {
  return event.type === 'started' ? { ...event, source: { kind: 'file', format: 'session', path } } : event;
}

describe('what a list says of a session', () => {
  it('is what reading all of it says', async () => {
    const ended = events.at(-1);
    if (ended?.type !== 'ended') throw new Error('A made-up run ends');
    expect(await describeSession(fileWith(whole))).toEqual({
      title: 'Made up',
      epochMs: 1.7e12,
      tasks: 60,
      status: 'completed',
      wallMs: ended.summary.wallMs,
      endsAtNs: ended.at,
    });
  });

  it('of one that was cut off is where it ends', async () => {
    for (let length = 12_000; length < whole.length - 10; length += 2500) {
      const cut = whole.subarray(0, length);
      const { events: read } = await readAll(fileWith(cut));
      const last = Math.max(0, ...read.map((event) => ('at' in event ? event.at : 0)));
      expect(await describeSession(fileWith(cut))).toMatchObject({
        status: read.some(({ type }) => type === 'ended') ? 'completed' : 'unfinished',
        endsAtNs: last,
      });
    }
  });

  it('is nothing where there is no session', async () => {
    await expect(describeSession(fileWith('{"traceEvents":[]}'))).rejects.toThrow();
    await expect(describeSession(fileWith(''))).rejects.toThrow();
  });
});
