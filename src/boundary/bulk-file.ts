/**
 * The way of large pickles: written to a file in memory on one side and read on the other, with only their place in the
 * message. A message port copies a megabyte several times and takes 9 ms for it there and back, the file 2 ms
 * (docs/performance.md). One file a direction, used as a ring; without a file system in memory there is none.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { BulkPlace } from '../shared/worker-protocol';
import { removeQuietly } from './temporary-file';

/** What does not fit beside what is still unread crosses as a message. */
const RING_BYTES = 128 * 1024 * 1024;

export class BulkWriter {
  private file: number | undefined;
  private broken: boolean;
  /** Not yet read, oldest first. */
  private readonly unread: { readonly offset: number; readonly bytes: number }[] = [];
  private end = 0;

  /** @param path made by the first large pickle; null: there is no such file, everything crosses in messages */
  constructor(
    private readonly path: string | null,
    private readonly ringBytes = RING_BYTES,
  ) {
    this.broken = path === null;
  }

  /**
   * @param parts written one after another
   * @returns where they lie now, or null: then they have to cross by another way
   */
  write(parts: readonly Uint8Array[]): BulkPlace | null {
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    const offset = this.place(bytes);
    if (this.broken || this.path === null || offset === null) return null;
    try {
      this.file ??= openSync(this.path, 'wx', 0o600);
      let at = offset;
      for (const part of parts) at = writeAll(this.file, part, at);
    } catch {
      // The memory is full, or the folder has gone: messages still work.
      this.broken = true;
      return null;
    }
    this.unread.push({ offset, bytes });
    this.end = offset + bytes;
    return { offset, bytes };
  }

  /** The other side has read the `count` oldest. */
  release(count: number): void {
    this.unread.splice(0, count);
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    this.broken = true;
  }

  /** First in, first out: free is what lies behind the newest and before the oldest, round the end. */
  private place(bytes: number): number | null {
    const oldest = this.unread[0];
    if (oldest === undefined) return bytes <= this.ringBytes ? 0 : null;
    if (this.end > oldest.offset) {
      if (this.end + bytes <= this.ringBytes) return this.end;
      return bytes <= oldest.offset ? 0 : null;
    }
    return this.end + bytes <= oldest.offset ? this.end : null;
  }
}

/** @returns the offset behind it */
function writeAll(file: number, bytes: Uint8Array, offset: number): number {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, offset + done);
  }
  return offset + bytes.length;
}

export class BulkReader {
  private file: number | undefined;

  constructor(private readonly path: string | null) {}

  /** A copy: the place is free again afterwards. @throws Error when less is there than was said */
  read({ offset, bytes }: BulkPlace): Uint8Array {
    const file = this.open();
    const read = Buffer.allocUnsafeSlow(bytes);
    for (let done = 0; done < bytes; ) {
      const count = readSync(file, read, done, bytes - done, offset + done);
      if (count === 0) throw new Error(`expected ${bytes} bytes at ${offset} of the file of pickles, got ${done}`);
      done += count;
    }
    return read;
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  private open(): number {
    if (this.path === null) throw new Error('there is no file of pickles here');
    if (this.file === undefined) {
      this.file = openSync(this.path, 'r');
      // Both sides hold it now: without a name it is gone with the last of them, however they end.
      removeQuietly(this.path);
    }
    return this.file;
  }
}
