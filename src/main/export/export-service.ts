/** The window's exports: one at a time, while the window goes on. Each is made from the run's file. */
import { shell } from 'electron';
import type { FramesDone } from '../../shared/export-job';
import { progressWords } from '../../shared/time-left';
import type { ExportNews, ExportRequest } from '../../shared/window-export';
import type { Gate } from '../ipc/gate';
import { copyPicture } from './copy-picture';
import { PartFile } from './part-file';
import { type DrawRequest, drawExport } from './picture/draw-export';
import { PieceBuffer } from './piece-buffer';
import { isSameFile } from './same-file';
import { openSource, type SourceRun } from './source-run';
import { writeData } from './write-data';
import { checkWritable, WriteFileError } from './write-file';

export interface ExportParts {
  readonly gate: Gate;
  /** The file of a run of the window. @throws Error in one sentence where it has none */
  fileOf(runId: number): Promise<string>;
  /** Lets the person choose where to; null: cancelled. */
  choosePath(request: ExportRequest, source: string): Promise<string | null>;
  tell(news: ExportNews): void;
}

interface Going {
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** News of progress, at most so often. */
const NEWS_MS = 100;

export class ExportService {
  private going: Going | null = null;
  private choosing = false;
  /** What was exported last. */
  private last: string | null = null;

  constructor(private readonly parts: ExportParts) {}

  /**
   * Resolves when it has begun; news follow.
   * @returns false: the person chose no file
   * @throws Error in one sentence: the run has no file, or the other file cannot be written
   */
  async start(request: ExportRequest): Promise<boolean> {
    if (this.going !== null || this.choosing) throw new Error('Another export is under way.');
    this.choosing = true;
    try {
      const source = await this.parts.fileOf(request.runId);
      const toFile = request.kind === 'data' || request.to === 'file';
      const path = toFile ? await this.parts.choosePath(request, source) : null;
      if (toFile && path === null) return false;
      if (path !== null) {
        await checkWritable(path);
        if (await isSameFile(path, source))
          throw new WriteFileError(`${path}: this is the run's own file; choose another name`);
      }
      const abort = new AbortController();
      this.going = { abort, ended: this.make(request, source, path, abort.signal) };
      return true;
    } finally {
      this.choosing = false;
    }
  }

  cancel(): void {
    this.going?.abort.abort(new Error('cancelled'));
  }

  /** Shows what was exported last in the folder where it lies. */
  show(): void {
    if (this.last !== null) shell.showItemInFolder(this.last);
  }

  /** Resolves when nothing is being written; what was under way is gone. */
  async shutDown(): Promise<void> {
    this.cancel();
    await this.going?.ended;
  }

  private async make(request: ExportRequest, source: string, path: string | null, signal: AbortSignal): Promise<void> {
    const { tell } = this.parts;
    const news = { type: 'export', path, detail: '' } as const;
    tell({ ...news, state: 'going', share: 0, message: null });
    try {
      const run = await openSource(source, signal);
      const onProgress = this.progress(path);
      let note: string | null = null;
      if (request.kind === 'drawn') note = await this.draw(request, run, path, { signal, onProgress });
      else {
        const { format } = request;
        note = await writeData({ path: path ?? '', format, source: { path: source, run }, signal, onProgress });
      }
      if (path !== null) this.last = path;
      tell({ ...news, state: 'done', share: 1, message: run.trouble() ?? note });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (signal.aborted) tell({ ...news, state: 'cancelled', share: 0, message: null });
      else tell({ ...news, state: 'failed', share: 0, message });
    } finally {
      this.going = null;
    }
  }

  /** Tells how far it is, not too often. */
  private progress(path: string | null): (share: number, frames?: FramesDone) => void {
    let told = 0;
    const begun = performance.now();
    return (share, frames = null) => {
      if (performance.now() - told < NEWS_MS) return;
      told = performance.now();
      const detail = progressWords(share, frames, told - begun);
      this.parts.tell({ type: 'export', path, state: 'going', share, detail, message: null });
    };
  }

  private async draw(
    { options }: Extract<ExportRequest, { kind: 'drawn' }>,
    { events }: SourceRun,
    path: string | null,
    { signal, onProgress }: Pick<DrawRequest, 'signal' | 'onProgress'>,
  ): Promise<string | null> {
    const { gate } = this.parts;
    const target = path === null ? new PieceBuffer() : await PartFile.create(path);
    try {
      const note = await drawExport({ gate, options, events, target, onProgress, signal });
      if (target instanceof PartFile) await target.finish();
      else await copyPicture(target.bytes);
      return note;
    } catch (error) {
      if (target instanceof PartFile) await target.drop();
      throw error;
    }
  }
}
