/**
 * How much of a core a process had, over a run: where more computed than there are cores, they shared them, and what was
 * measured is longer than what was computed. Demand is kept in slices of the run.
 */

/** Slices of a run: fine enough for tasks of a run that is over soon, and for the mean of many in a long one. */
const SLICES = 8192;

export class CoreClock {
  private readonly sliceNs: number;
  /** While spans are added: demand that begins or ends with a slice, and what only a part of a slice has. */
  private readonly steps = new Float64Array(SLICES + 1);
  private readonly parts = new Float64Array(SLICES);
  /** Core time that a process had up to each slice. */
  private readonly hadAt = new Float64Array(SLICES + 1);

  constructor(
    private readonly fromNs: number,
    toNs: number,
  ) {
    this.sliceNs = Math.max(1, toNs - fromNs) / SLICES;
  }

  /** A process wanted `weight` of a core from `beginNs` to `endNs`. */
  add(beginNs: number, endNs: number, weight = 1): void {
    const begin = this.place(beginNs);
    const end = this.place(endNs);
    if (!(end > begin)) return;
    const first = Math.min(SLICES - 1, Math.floor(begin));
    const last = Math.min(SLICES - 1, Math.floor(end));
    if (first === last) {
      this.parts[first] = (this.parts[first] ?? 0) + (end - begin) * weight;
      return;
    }
    this.parts[first] = (this.parts[first] ?? 0) + (first + 1 - begin) * weight;
    this.parts[last] = (this.parts[last] ?? 0) + (end - last) * weight;
    this.steps[first + 1] = (this.steps[first + 1] ?? 0) + weight;
    this.steps[last] = (this.steps[last] ?? 0) - weight;
  }

  /** No more spans come. @param cores how many processes shared */
  seal(cores: number): this {
    let demand = 0;
    for (let slice = 0; slice < SLICES; slice++) {
      demand += this.steps[slice] ?? 0;
      const wanted = demand + (this.parts[slice] ?? 0);
      this.hadAt[slice + 1] = (this.hadAt[slice] ?? 0) + (wanted > cores ? cores / wanted : 1);
    }
    return this;
  }

  /** Core time that a process has had by `ns` which computed all the time. Where nobody took turns: `ns` itself. */
  had(ns: number): number {
    const place = this.place(ns);
    const slice = Math.min(SLICES - 1, Math.floor(place));
    const before = this.hadAt[slice] ?? 0;
    const within = ((this.hadAt[slice + 1] ?? before) - before) * (place - slice);
    // Outside of the run nobody takes turns.
    const outside = ns - (this.fromNs + place * this.sliceNs);
    return this.fromNs + (before + within) * this.sliceNs + outside;
  }

  private place(ns: number): number {
    return Math.min(SLICES, Math.max(0, (ns - this.fromNs) / this.sliceNs));
  }
}
