/** Draws when something has changed, once per frame of the screen at most, and each frame while the run is live. */

export interface FrameClock {
  request(callback: () => void): number;
  cancel(handle: number): void;
}

const screen: FrameClock = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

export class FrameLoop {
  private handle: number | null = null;
  private stopped = false;

  /** @param draw says whether another frame is wanted */
  constructor(
    private readonly draw: () => boolean,
    private readonly clock: FrameClock = screen,
  ) {}

  invalidate(): void {
    if (this.stopped || this.handle !== null) return;
    this.handle = this.clock.request(() => {
      this.handle = null;
      if (this.draw()) this.invalidate();
    });
  }

  stop(): void {
    this.stopped = true;
    if (this.handle !== null) this.clock.cancel(this.handle);
    this.handle = null;
  }
}
