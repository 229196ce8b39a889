/** Where the bytes of an export go: to main, in pieces, each when the one before it is written. */
import { type FramesDone, PIECE_BYTES } from '../../shared/export-job';
import { ask } from '../actions/ask';

export class ExportSink {
  /** One sentence that whoever asked for the file is to be told with it. */
  noted: string | null = null;
  /** Where the next piece stands that does not say so. */
  private end = 0;
  private sending: Promise<void> = Promise.resolve();

  /**
   * Resolves when there is room for more: whoever makes bytes faster than the disk takes them waits for it.
   * @param at from the begin of the file; left out: after the last one
   * @throws Error with main's sentence when they cannot be written
   */
  write(bytes: Uint8Array, at = this.end): Promise<void> {
    this.end = Math.max(this.end, at + bytes.length);
    // What sends the bytes copies them later than the caller may change them.
    const kept = bytes.slice();
    this.sending = this.sending.then(() => sendPieces(kept, at));
    return this.sending;
  }

  /** @param share of the work that is done, 0..1 */
  progress(share: number, frames: FramesDone = null): void {
    void ask('export-page:progress', { share: Math.min(1, Math.max(0, share)), frames });
  }

  /** Resolves when all is written. */
  flush(): Promise<void> {
    return this.sending;
  }
}

async function sendPieces(bytes: Uint8Array, at: number): Promise<void> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    // A piece of its own: a view would be sent with all of the buffer behind it.
    await ask('export-page:piece', { at: at + from, bytes: bytes.slice(from, from + PIECE_BYTES) });
  }
}
