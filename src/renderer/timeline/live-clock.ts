/**
 * "Now" between two batches of telemetry: the time of the last one plus what has passed since it came, so that spans
 * under way grow smoothly. It never runs backwards, and stops soon when no news comes.
 */

const MOST_AHEAD_NS = 1e9;

export class LiveClock {
  private newsNs = 0;
  private heardMs = 0;
  private shownNs = 0;

  /** @param nowMs the window's own clock */
  read(newsNs: number, live: boolean, nowMs: number): number {
    if (newsNs !== this.newsNs) {
      // A new run begins again.
      if (newsNs < this.newsNs) this.shownNs = 0;
      this.newsNs = newsNs;
      this.heardMs = nowMs;
    }
    if (!live) return newsNs;
    const ahead = Math.min(MOST_AHEAD_NS, (nowMs - this.heardMs) * 1e6);
    this.shownNs = Math.max(this.shownNs, newsNs + ahead);
    return this.shownNs;
  }
}
