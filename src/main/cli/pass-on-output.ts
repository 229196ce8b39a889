/**
 * Passes on what workers print, line by line with the worker's number, as fast as the reader takes it. What a slow
 * reader leaves waiting is bounded; what does not fit is counted and said.
 */
import type { Writable } from 'node:stream';
import type { OutputEntry, OutputStream } from '../../shared/run-events';
import { OutputLog } from '../run/output-log';

export class PassedOnOutput {
  private readonly log = new OutputLog();
  private writing: Promise<void> | null = null;

  constructor(private readonly to: Writable) {}

  add(worker: number, stream: OutputStream, text: string): void {
    this.log.add(worker, stream, text);
    if (this.log.isEmpty) return;
    this.writing ??= this.writeAll();
  }

  /** Resolves when all is out, or when nobody reads any more. */
  async finish(): Promise<void> {
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    while (!this.log.isEmpty) await this.write(this.log.take().map(lines).join(''));
    this.writing = null;
  }

  private write(text: string): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.to.off('error', done);
        resolve();
      };
      this.to.once('error', done);
      this.to.write(text, done);
    });
  }
}

function lines({ worker, stream, text, leftOut }: OutputEntry): string {
  const source = `worker ${worker} ${stream}: `;
  const gap = leftOut === 0 ? '' : `${source}(${leftOut} bytes left out)\n`;
  if (text === '') return gap;
  const whole = text.endsWith('\n') ? text.slice(0, -1) : text;
  return (
    gap +
    whole
      .split('\n')
      .map((line) => `${source}${line}\n`)
      .join('')
  );
}
