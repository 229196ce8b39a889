import { existsSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { BulkReader, BulkWriter } from '../../../src/boundary/bulk-file';
import { MarkReader, MarkWriter } from '../../../src/boundary/mark-file';
import { temporaryFile } from '../../../src/boundary/temporary-file';
import type { BulkPlace } from '../../../src/shared/worker-protocol';

const open: { close(): void }[] = [];
const kept = <File extends { close(): void }>(file: File): File => {
  open.push(file);
  return file;
};
afterEach(() => {
  for (const file of open.splice(0)) file.close();
});

describe('the file of large pickles', () => {
  it('gives back what was written, in turn, and keeps no name once both sides have it open', () => {
    const path = temporaryFile('test');
    const writer = kept(new BulkWriter(path));
    const reader = kept(new BulkReader(path));
    const place = writer.write([Uint8Array.of(1, 2), Uint8Array.of(3)]);
    expect(place).toEqual({ offset: 0, bytes: 3 });
    expect([...reader.read(place as BulkPlace)]).toEqual([1, 2, 3]);
    expect(existsSync(path)).toBe(false);
    const next = writer.write([Uint8Array.of(4)]);
    expect([...reader.read(next as BulkPlace)]).toEqual([4]);
  });

  it('never writes over what has not been read, whatever is written and released', () => {
    const path = temporaryFile('test');
    const writer = kept(new BulkWriter(path, 64));
    const reader = kept(new BulkReader(path));
    const unread: { readonly place: BulkPlace; readonly bytes: Uint8Array }[] = [];
    let refused = 0;
    const step = fc.oneof(
      fc.record({ write: fc.uint8Array({ minLength: 10, maxLength: 40 }) }),
      fc.record({ read: fc.integer({ min: 1, max: 2 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        for (const made of steps) {
          if ('write' in made) {
            const place = writer.write([made.write]);
            if (place === null) refused++;
            else unread.push({ place, bytes: made.write });
            continue;
          }
          for (const { place, bytes } of unread.splice(0, made.read)) {
            expect([...reader.read(place)]).toEqual([...bytes]);
            writer.release(1);
          }
        }
      }),
    );
    expect(refused).toBeGreaterThan(0);
  });

  it('says so when there is no such file, and when less is in it than was said', () => {
    expect(new BulkWriter(null).write([Uint8Array.of(1)])).toBeNull();
    expect(() => new BulkReader(null).read({ offset: 0, bytes: 1 })).toThrow('no file of pickles');
    const path = temporaryFile('test');
    writeFileSync(path, 'abc');
    expect(() => kept(new BulkReader(path)).read({ offset: 1, bytes: 5 })).toThrow('expected 5 bytes at 1');
  });

  it('leaves a file alone that somebody else has made, and falls back to messages', () => {
    const path = temporaryFile('test');
    writeFileSync(path, 'theirs');
    expect(new BulkWriter(path).write([Uint8Array.of(1)])).toBeNull();
    rmSync(path);
  });
});

describe('the mark', () => {
  it('tells how many tasks have begun and when the last one did, and the exit code once there is one', () => {
    const path = temporaryFile('test');
    const reader = kept(new MarkReader(path));
    expect(reader.read()).toEqual({ begun: 0, at: Number.NaN });
    const writer = new MarkWriter(path);
    writer.set(3, 1e6);
    writer.set(4, 2e6);
    expect(reader.read()).toEqual({ begun: 4, at: 2e6 });
    expect(reader.exitCode()).toBeNull();
    writer.exiting(7);
    expect(reader.exitCode()).toBe(7);
    expect(reader.read()).toEqual({ begun: 4, at: 2e6 });
    rmSync(path);
  });
});
