/** Records a run into a session file. The file has its name once it is whole; until then `.part` is added to it. */
import { rename } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { formatDuration } from '../../shared/format';
import type { RunEvent } from '../../shared/run-events';
import type { SessionHeader } from '../../shared/session/session-header';
import { built } from '../built';
import { deferred } from '../deferred';
import { reasonOf, WriteFileError } from '../export/write-file';
import type { FromWriter, ToWriter, WriterData } from './session-protocol';

/** The built thread; beside main. */
export const SESSION_THREAD = built('main', 'session-thread.js');

/** A recording that ended before its run did. */
export class RecordingError extends WriteFileError {
  /**
   * @param reason in words
   * @param writtenTo the last time that is on disk, ns since the clock base
   */
  constructor(
    message: string,
    readonly reason: string,
    readonly writtenTo: number,
  ) {
    super(message);
  }
}

export interface RecorderOptions {
  /** Path of the built thread. */
  readonly entry?: string;
  /** Recording stops before the file would become larger; missing: never. */
  readonly mostBytes?: number;
}

export class SessionRecorder {
  private readonly unfinished: string;
  private readonly thread: Worker;
  /** Resolves to the file's size, rejects with RecordingError. */
  private readonly outcome = deferred<number>();

  constructor(
    private readonly path: string,
    header: SessionHeader,
    { entry = SESSION_THREAD, mostBytes }: RecorderOptions = {},
  ) {
    this.unfinished = `${path}.part`;
    const workerData: WriterData = { path: this.unfinished, header, mostBytes: mostBytes ?? null };
    this.thread = new Worker(entry, { name: 'poolscope-session', workerData });
    this.thread.on('message', (message: FromWriter) => this.take(message));
    this.thread.on('error', ({ message }) => this.fail(`recording stopped (${message})`, message, 0));
    this.outcome.promise.catch(() => undefined);
  }

  /** Resolves to the file's size once it has its name; rejects with RecordingError. */
  get written(): Promise<number> {
    return this.outcome.promise;
  }

  /** Resolves when recording has failed, while the run goes on. */
  get failed(): Promise<RecordingError> {
    return this.outcome.promise.then(
      () => new Promise<never>(() => undefined),
      (error: RecordingError) => error,
    );
  }

  add(event: RunEvent): void {
    this.post({ type: 'event', event });
  }

  /** Brings the rest to disk. @returns the file's size in bytes @throws RecordingError */
  finish(): Promise<number> {
    this.post({ type: 'finish' });
    return this.outcome.promise;
  }

  private post(message: ToWriter): void {
    this.thread.postMessage(message);
  }

  private take(message: FromWriter): void {
    if (message.type === 'finished') void this.giveName(message.bytes);
    else {
      const { writtenTo } = message;
      const kept = writtenTo > 0 ? `; the first ${formatDuration(writtenTo)} are in ${this.unfinished}` : '';
      this.fail(`recording stopped (${reasonOf(message)})${kept}`, reasonOf(message), writtenTo);
    }
  }

  private async giveName(bytes: number): Promise<void> {
    try {
      await rename(this.unfinished, this.path);
      this.outcome.resolve(bytes);
    } catch (error) {
      const reason = reasonOf(error);
      const what = `could not be written (${reason}); the whole session is in ${this.unfinished}`;
      this.fail(what, reason, Number.POSITIVE_INFINITY);
    }
  }

  private fail(what: string, reason: string, writtenTo: number): void {
    this.outcome.reject(new RecordingError(`${this.path}: ${what}`, reason, writtenTo));
  }
}
