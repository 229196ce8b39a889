import { describe, expect, it } from 'vitest';
import { keepEnd } from '../../../../src/main/run/keep-end';
import { KEPT_BYTES, OutputLog, TAKEN_BYTES } from '../../../../src/main/run/output-log';

const bytesOf = (entries: readonly { text: string }[]) =>
  entries.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const leftOutOf = (entries: readonly { leftOut: number }[]) => entries.reduce((sum, { leftOut }) => sum + leftOut, 0);

describe('the log of what workers print', () => {
  it('gives what is new since the last call, by worker and stream', () => {
    const log = new OutputLog();
    log.add(1, 'stderr', 'one\n');
    log.add(0, 'stdout', 'two\n');
    log.add(1, 'stderr', 'three\n');
    expect(log.take()).toEqual([
      { worker: 1, stream: 'stderr', text: 'one\nthree\n', leftOut: 0 },
      { worker: 0, stream: 'stdout', text: 'two\n', leftOut: 0 },
    ]);
    expect(log.isEmpty).toBe(true);
    expect(log.take()).toEqual([]);
    log.add(1, 'stderr', 'four\n');
    expect(log.take()).toEqual([{ worker: 1, stream: 'stderr', text: 'four\n', leftOut: 0 }]);
  });

  it('has nothing to give for an empty text', () => {
    const log = new OutputLog();
    log.add(0, 'stdout', '');
    expect(log.isEmpty).toBe(true);
  });

  for (const [name, pieceBytes] of [
    ['many small pieces', 10],
    ['one large piece', 10 * KEPT_BYTES],
  ] as const) {
    it(`keeps the latest 64 KB of ${name} and counts the rest`, () => {
      const log = new OutputLog();
      const text = Array.from({ length: KEPT_BYTES }, (_, line) => `${line}`.padStart(9, '0')).join('\n');
      for (let at = 0; at < text.length; at += pieceBytes) log.add(3, 'stdout', text.slice(at, at + pieceBytes));
      log.add(3, 'stderr', 'apart');
      const [kept, apart] = log.take();
      expect(kept?.text).toBe(text.slice(-KEPT_BYTES));
      expect(kept?.leftOut).toBe(text.length - KEPT_BYTES);
      expect(apart).toEqual({ worker: 3, stream: 'stderr', text: 'apart', leftOut: 0 });
    });
  }

  it('keeps exactly 64 KB whole', () => {
    const log = new OutputLog();
    log.add(0, 'stdout', 'x'.repeat(KEPT_BYTES));
    expect(log.take()).toEqual([{ worker: 0, stream: 'stdout', text: 'x'.repeat(KEPT_BYTES), leftOut: 0 }]);
  });

  it('gives at most 256 KB at a time, shares them fairly and counts the rest', () => {
    const log = new OutputLog();
    log.add(0, 'stderr', 'short');
    for (let worker = 1; worker <= 9; worker++) log.add(worker, 'stdout', 'y'.repeat(KEPT_BYTES));
    const entries = log.take();
    expect(bytesOf(entries)).toBeLessThanOrEqual(TAKEN_BYTES);
    // A few bytes that do not divide by nine are all that goes unused.
    expect(bytesOf(entries)).toBeGreaterThan(TAKEN_BYTES - 9);
    expect(entries[0]).toEqual({ worker: 0, stream: 'stderr', text: 'short', leftOut: 0 });
    expect(bytesOf(entries) + leftOutOf(entries)).toBe(5 + 9 * KEPT_BYTES);
    expect(Math.min(...entries.slice(1).map(({ text }) => text.length))).toBe(Math.floor((TAKEN_BYTES - 5) / 9));
    expect(log.take()).toEqual([]);
  });

  it('counts what it let go before it was asked, too', () => {
    const log = new OutputLog();
    for (let worker = 0; worker < 10; worker++) log.add(worker, 'stdout', 'z'.repeat(2 * KEPT_BYTES));
    const entries = log.take();
    expect(entries).toHaveLength(10);
    expect(bytesOf(entries) + leftOutOf(entries)).toBe(20 * KEPT_BYTES);
  });

  it('cuts between characters', () => {
    expect(keepEnd('aäö', 3)).toBe('ö');
    expect(keepEnd('aäö', 4)).toBe('äö');
    expect(keepEnd('🎉🎉', 7)).toBe('🎉');
    expect(keepEnd('🎉', 3)).toBe('');
    const log = new OutputLog();
    log.add(0, 'stdout', '€'.repeat(KEPT_BYTES));
    const [entry] = log.take();
    expect(entry?.text).toMatch(/^€+$/);
    expect(bytesOf([entry ?? { text: '' }]) + (entry?.leftOut ?? 0)).toBe(3 * KEPT_BYTES);
  });
});
