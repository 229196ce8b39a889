/**
 * What workers have printed, line by line in the order in which it came. Bounded: the oldest lines go first, and what
 * goes is counted for each worker.
 */
import type { OutputEntry, OutputStream } from '../../shared/run-events';

export interface LogLine {
  readonly worker: number;
  readonly stream: OutputStream;
  readonly text: string;
  /** More than 0: this line has no text, but stands for so many bytes that main left out here. */
  readonly leftOut: number;
}

interface GrowingLine extends LogLine {
  text: string;
  /** What is missing without it, in bytes of UTF-8; its end of line is counted. */
  bytes: number;
}

/** A longer line is broken: a worker need not print a line's end at all. */
export const LINE_CHARS = 2000;
export const MOST_LINES = 10_000;
export const MOST_BYTES = 4 * 1024 * 1024;

const encoder = new TextEncoder();

export class LogLines {
  /** Lines that have ever been added; grows only. */
  added = 0;
  private kept: GrowingLine[] = [];
  /** Of `kept`, without those that stand for missing text. */
  private keptBytes = 0;
  /** The last line of each worker and stream that has not come to its end. */
  private readonly open = new Map<string, GrowingLine>();
  private readonly gone = new Map<number, number>();

  get lines(): readonly LogLine[] {
    return this.kept;
  }

  /** Workers that have lines which are no longer here. */
  get goneWorkers(): readonly number[] {
    return [...this.gone.keys()];
  }

  /** Bytes of lines that are no longer here. @param worker null: of all workers */
  goneBytes(worker: number | null): number {
    if (worker !== null) return this.gone.get(worker) ?? 0;
    return [...this.gone.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  add({ worker, stream, text, leftOut }: OutputEntry): void {
    const key = `${worker} ${stream}`;
    if (leftOut > 0) {
      this.open.delete(key);
      this.push({ worker, stream, text: '', leftOut, bytes: leftOut });
    }
    const pieces = text.split('\n');
    for (const [index, piece] of pieces.entries()) {
      const ends = index < pieces.length - 1;
      if (piece === '' && !ends) continue;
      const line = this.open.get(key) ?? this.push({ worker, stream, text: '', leftOut: 0, bytes: 0 });
      line.text += piece;
      this.count(line, encoder.encode(piece).length + (ends ? 1 : 0));
      const last = this.broken(line);
      if (ends) last.text = last.text.replace(/\r$/, '');
      if (ends) this.open.delete(key);
      else this.open.set(key, last);
    }
    this.forgetOldest();
  }

  /** Breaks a line that is too long. @returns its last part */
  private broken(line: GrowingLine): GrowingLine {
    let last = line;
    while (last.text.length > LINE_CHARS) {
      // Never between the two halves of one character.
      const at = /[\uD800-\uDBFF]/.test(last.text.charAt(LINE_CHARS - 1)) ? LINE_CHARS - 1 : LINE_CHARS;
      const { worker, stream, text, bytes } = last;
      last.text = text.slice(0, at);
      last.bytes = encoder.encode(last.text).length;
      last = this.push({ worker, stream, text: text.slice(at), leftOut: 0, bytes: bytes - last.bytes });
    }
    return last;
  }

  private push(line: GrowingLine): GrowingLine {
    this.kept.push(line);
    this.added++;
    return line;
  }

  private count(line: GrowingLine, bytes: number): void {
    line.bytes += bytes;
    this.keptBytes += bytes;
  }

  private forgetOldest(): void {
    let first = 0;
    while (this.kept.length - first > MOST_LINES || this.keptBytes > MOST_BYTES) {
      const line = this.kept[first++];
      if (line === undefined) break;
      if (line.leftOut === 0) this.keptBytes -= line.bytes;
      this.gone.set(line.worker, (this.gone.get(line.worker) ?? 0) + line.bytes);
      const key = `${line.worker} ${line.stream}`;
      if (this.open.get(key) === line) this.open.delete(key);
    }
    if (first > 0) this.kept = this.kept.slice(first);
  }
}
