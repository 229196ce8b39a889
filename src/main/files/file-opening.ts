/** One file that is being opened: its thread, how far it is, and the events of its run on their way to the window. */
import { Worker } from 'node:worker_threads';
import type { FileOpening as News } from '../../shared/file-opening';
import type { RunEvent, RunStarted } from '../../shared/run-events';
import type { WindowEvent } from '../../shared/window-events';
import { deferred } from '../deferred';
import { OpenFileError } from './detect-format';
import type { FileThreadData, FromFileThread, ToFileThread } from './file-protocol';
import { UnfinishedEnd } from './unfinished-end';

/** News of how far it is: ten a second. */
const TELL_MS = 100;

export interface OpeningOptions extends FileThreadData {
  readonly runId: number;
  readonly beside: boolean;
  readonly totalBytes: number;
  /** Path of the built thread. */
  readonly entry: string;
  readonly send: (event: WindowEvent) => void;
}

export class FileOpening {
  private readonly thread: Worker;
  private readonly begun = deferred<boolean>();
  private readonly gone = deferred();
  private started: RunStarted | null = null;
  private ended = false;
  /** Something else has taken its place. */
  private abandoned = false;
  private news: News;
  private toldMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: OpeningOptions) {
    const { runId, path, format, totalBytes, entry } = options;
    this.news = { type: 'opening', runId, path, readBytes: 0, totalBytes, state: 'reading', message: null };
    this.thread = new Worker(entry, { name: 'poolscope-file', workerData: { path, format } satisfies FileThreadData });
    this.thread.on('message', (message: FromFileThread) => this.take(message));
    this.thread.on('error', (error) => this.fail(`${path}: reading it failed (${error.message})`));
    this.thread.on('exit', () => {
      // An out-of-memory thread has said so before; one that was let go says nothing any more.
      this.fail(`${path}: reading it was ended`);
      this.gone.resolve();
    });
    this.tell({});
  }

  /**
   * Resolves when the run begins to be shown; to false when that was cancelled before.
   * @throws OpenFileError when there is no run in the file
   */
  get shown(): Promise<boolean> {
    return this.begun.promise;
  }

  get runId(): number {
    return this.options.runId;
  }

  private get isReading(): boolean {
    return this.news.state === 'reading';
  }

  /** The window has taken an event. */
  ack(): void {
    this.post({ type: 'taken' });
  }

  /** Reads no further; what has been read stays, and gets its end. */
  cancel(): void {
    if (!this.isReading) return;
    const { path } = this.options;
    if (this.started === null) void this.abandon();
    else {
      this.tell({ state: 'cancelled', message: `${path}: reading was cancelled; what had been read is shown` });
      this.post({ type: 'stop' });
    }
  }

  /** Something else takes its place in the window. Resolves when nothing of it is left. */
  abandon(): Promise<void> {
    if (this.isReading) this.tell({ state: 'cancelled', message: null });
    this.abandoned = true;
    this.begun.resolve(false);
    void this.thread.terminate();
    return this.gone.promise;
  }

  private post(message: ToFileThread): void {
    this.thread.postMessage(message);
  }

  private take(message: FromFileThread): void {
    if (this.abandoned) return;
    if (message.type === 'event') this.pass(message.event);
    else if (message.type === 'read') this.progress(message.bytes);
    else if (message.type === 'refused') this.fail(message.message);
    // A cancelled one has been told of.
    else if (this.isReading) this.finish(message.bytes, message.trouble);
  }

  private pass(event: RunEvent): void {
    const { runId, beside, send } = this.options;
    if (event.type === 'started') {
      this.started = { ...event, runId, beside };
      send(this.started);
      this.begun.resolve(true);
      return;
    }
    this.ended ||= event.type === 'ended';
    send({ ...event, runId });
  }

  private finish(bytes: number, trouble: string | null): void {
    if (trouble !== null) this.tell({ readBytes: bytes, state: 'cut-short', message: trouble });
    else this.tell({ readBytes: this.options.totalBytes, state: 'whole' });
  }

  private progress(readBytes: number): void {
    if (!this.isReading || performance.now() - this.toldMs < TELL_MS) return;
    this.tell({ readBytes });
  }

  private tell(change: Partial<News>): void {
    this.news = { ...this.news, ...change };
    this.toldMs = performance.now();
    this.options.send(this.news);
  }

  /** The first reason counts, and a run that is shown gets its end whatever was told of its file before. */
  private fail(message: string): void {
    if (this.abandoned) return;
    if (this.isReading) {
      this.tell({ state: this.started === null ? 'failed' : 'cut-short', message });
      this.begun.reject(new OpenFileError(message));
    }
    if (this.started === null || this.ended) return;
    // Nobody is left who could sum up what there was.
    this.pass(new UnfinishedEnd(this.started).end('Reading it failed; what had been read is shown.'));
  }
}
