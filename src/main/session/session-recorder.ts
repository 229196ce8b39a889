/** Records a run into a session file. The file has its name once it is whole; until then `.part` is added to it. */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { formatDuration } from '../../shared/format';
import type { RunEvent } from '../../shared/run-events';
import type { SessionHeader } from '../../shared/session/session-header';
import { deferred } from '../deferred';
import { reasonOf, WriteFileError } from '../export/write-file';
import type { FromWriter, ToWriter } from './session-protocol';

/** The built thread; beside main. */
export const SESSION_THREAD = join(import.meta.dirname, 'session-thread.js');

export class SessionRecorder {
  private readonly unfinished: string;
  private readonly thread: Worker;
  /** Resolves to the file's size, rejects with WriteFileError. */
  private readonly written = deferred<number>();

  /** @param entry path of the built thread */
  constructor(
    private readonly path: string,
    header: SessionHeader,
    entry = SESSION_THREAD,
  ) {
    this.unfinished = `${path}.part`;
    this.thread = new Worker(entry, { name: 'poolscope-session', workerData: { path: this.unfinished, header } });
    this.thread.on('message', (message: FromWriter) => this.take(message));
    this.thread.on('error', (error) => this.fail(`recording stopped (${error.message})`));
    this.written.promise.catch(() => undefined);
  }

  /** Resolves when recording has failed, while the run goes on. */
  get failed(): Promise<WriteFileError> {
    return this.written.promise.then(
      () => new Promise<never>(() => undefined),
      (error: WriteFileError) => error,
    );
  }

  add(event: RunEvent): void {
    this.post({ type: 'event', event });
  }

  /** Brings the rest to disk. @returns the file's size in bytes @throws WriteFileError */
  finish(): Promise<number> {
    this.post({ type: 'finish' });
    return this.written.promise;
  }

  private post(message: ToWriter): void {
    this.thread.postMessage(message);
  }

  private take(message: FromWriter): void {
    if (message.type === 'finished') void this.giveName(message.bytes);
    else {
      const { writtenTo } = message;
      const kept = writtenTo > 0 ? `; the first ${formatDuration(writtenTo)} are in ${this.unfinished}` : '';
      this.fail(`recording stopped (${reasonOf(message)})${kept}`);
    }
  }

  private async giveName(bytes: number): Promise<void> {
    try {
      await rename(this.unfinished, this.path);
      this.written.resolve(bytes);
    } catch (error) {
      this.fail(`could not be written (${reasonOf(error)}); the whole session is in ${this.unfinished}`);
    }
  }

  private fail(what: string): void {
    this.written.reject(new WriteFileError(`${this.path}: ${what}`));
  }
}
