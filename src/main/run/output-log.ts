/**
 * What workers have printed and nobody has taken yet: the latest 64 KB for each worker and stream. Whatever does not
 * fit is counted, so that whoever shows the rest can say how much is missing.
 */
import type { OutputEntry, OutputStream } from '../../shared/run-events';
import { keepEnd } from './keep-end';

/** Kept for each worker and stream, in bytes of UTF-8. */
export const KEPT_BYTES = 64 * 1024;
/** At most this much is taken at a time, of all workers together. */
export const TAKEN_BYTES = 256 * 1024;

interface Pending {
  readonly worker: number;
  readonly stream: OutputStream;
  text: string;
  bytes: number;
  leftOut: number;
}

export class OutputLog {
  /** By worker and stream, in the order in which each first printed since the last call of `take`. */
  private pending = new Map<string, Pending>();

  get isEmpty(): boolean {
    return this.pending.size === 0;
  }

  add(worker: number, stream: OutputStream, text: string): void {
    if (text === '') return;
    const key = `${worker} ${stream}`;
    let kept = this.pending.get(key);
    if (kept === undefined) {
      kept = { worker, stream, text: '', bytes: 0, leftOut: 0 };
      this.pending.set(key, kept);
    }
    kept.text += text;
    kept.bytes += Buffer.byteLength(text);
    // Cutting copies the text: done once for every 64 KB, not for every line.
    if (kept.bytes > 2 * KEPT_BYTES) trim(kept, KEPT_BYTES);
  }

  /** What is new since the last call. Each worker and stream gets a fair share of what may be taken. */
  take(): readonly OutputEntry[] {
    const taken = [...this.pending.values()];
    this.pending = new Map();
    let left = TAKEN_BYTES;
    const bySize = taken.toSorted((a, b) => a.bytes - b.bytes);
    for (const [index, entry] of bySize.entries()) {
      // The small ones come first: what they do not need is there for the large ones.
      trim(entry, Math.min(KEPT_BYTES, Math.floor(left / (bySize.length - index))));
      left -= entry.bytes;
    }
    return taken.map(({ worker, stream, text, leftOut }) => ({ worker, stream, text, leftOut }));
  }
}

function trim(entry: Pending, bytes: number): void {
  if (entry.bytes <= bytes) return;
  entry.text = keepEnd(entry.text, bytes);
  const kept = Buffer.byteLength(entry.text);
  entry.leftOut += entry.bytes - kept;
  entry.bytes = kept;
}
