/** Tells how far a video is, now and then: a message for each frame would cost more than the frame. */
import type { ExportSink } from '../export-sink';

const EVERY_MS = 100;

export class FilmProgress {
  private toldMs = 0;

  constructor(
    private readonly sink: Pick<ExportSink, 'progress'>,
    private readonly frames: number,
  ) {}

  /** @param frame how many are done */
  done(frame: number): void {
    const nowMs = performance.now();
    if (frame < this.frames && nowMs - this.toldMs < EVERY_MS) return;
    this.toldMs = nowMs;
    this.sink.progress(frame / this.frames, { done: frame, total: this.frames });
  }
}
