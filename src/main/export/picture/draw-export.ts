/** Makes a picture or a video of a run: streams its events to the hidden page, and takes in the bytes that it makes of them. */
import type { BrowserWindow } from 'electron';
import type { FramesDone } from '../../../shared/export-job';
import { EVENT_CHANNEL } from '../../../shared/ipc-channels';
import type { PictureOptions } from '../../../shared/picture-options';
import type { RunEvent } from '../../../shared/run-events';
import { deferred } from '../../deferred';
import type { ExportPageHandlers, Gate } from '../../ipc/gate';
import { EXPORT_PAGE, makeExportWindow } from './export-window';

/** What could not be drawn: one sentence. */
export class DrawingError extends Error {
  override name = 'DrawingError';
}

/** Where the bytes go. */
export interface ByteTarget {
  write(bytes: Uint8Array, at: number): Promise<void>;
}

export interface DrawRequest {
  readonly gate: Gate;
  readonly options: PictureOptions;
  /** Ending with `ended`. */
  readonly events: AsyncIterable<RunEvent>;
  readonly target: ByteTarget;
  /** @param share of the work that is done, 0..1 */
  onProgress(share: number, frames: FramesDone): void;
  readonly signal: AbortSignal;
}

/** Events that the page has not taken yet: one is under way while another is being taken. */
const AHEAD = 2;
/** Of all work, as a guess: a video takes far longer than that to be drawn. */
const READING = 0.1;

/**
 * @returns one sentence to be told with the file, or null
 * @throws DrawingError, what the target or the events throw, or the signal's reason; the window is gone then
 */
export async function drawExport(request: DrawRequest): Promise<string | null> {
  const { gate, options, target, onProgress, signal } = request;
  signal.throwIfAborted();
  const window = makeExportWindow();
  const done = deferred<string | null>();
  const cancel = (): void => done.reject(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });
  const feed = new Feed(window, request.events);
  let begun = false;
  let failure: Error | null = null;
  const handlers: ExportPageHandlers = {
    'export-page:job': () => {
      // A page is told what to do once.
      if (begun) throw new Error('This export is under way.');
      begun = true;
      feed.run().then(() => onProgress(READING, null), done.reject);
      return { options };
    },
    'export-page:taken': () => feed.taken(),
    'export-page:piece': async ({ at, bytes }) => {
      try {
        await target.write(bytes, at);
      } catch (error) {
        // The page would tell of it in words; this is the error itself.
        failure ??= error instanceof Error ? error : new Error(String(error));
        throw error;
      }
    },
    'export-page:progress': ({ share, frames }) => onProgress(READING + (1 - READING) * share, frames),
    'export-page:end': ({ trouble, note }) => {
      if (trouble === null) done.resolve(note);
      else done.reject(failure ?? new DrawingError(trouble));
    },
  };
  gate.admit(window.webContents, handlers);
  window.webContents.once('render-process-gone', (_, { reason }) =>
    done.reject(new DrawingError(`The page that draws has ended (${reason}); a smaller picture may need less memory.`)),
  );
  try {
    return await Promise.race([done.promise, window.loadURL(EXPORT_PAGE).then(() => done.promise)]);
  } finally {
    signal.removeEventListener('abort', cancel);
    feed.stop();
    window.destroy();
  }
}

/** Sends events, no more of them at once than the page takes in. */
class Feed {
  private waiting = 0;
  private stopped = false;
  private goOn: () => void = () => undefined;

  constructor(
    private readonly window: BrowserWindow,
    private readonly events: AsyncIterable<RunEvent>,
  ) {}

  async run(): Promise<void> {
    for await (const event of this.events) {
      // What workers printed is not drawn.
      if (event.type === 'output') continue;
      while (this.waiting >= AHEAD && !this.stopped) await this.room();
      if (this.stopped) return;
      this.waiting++;
      this.window.webContents.send(EVENT_CHANNEL, event);
    }
  }

  private room(): Promise<void> {
    return new Promise((resolve) => {
      this.goOn = resolve;
    });
  }

  taken(): void {
    this.waiting--;
    this.goOn();
  }

  stop(): void {
    this.stopped = true;
    this.goOn();
  }
}
