/**
 * Lanes of slices that grow while an experiment goes on. A picture of them is a copy: what is still under way reaches to
 * the moment at which it is taken.
 */
import type { CounterLane, Flows, SliceLane } from '../../shared/slices';
import type { ExperimentPicture } from './experiment-run';

/** More than that is counted, and not drawn: each picture is whole. */
export const MOST_SLICES = 40_000;

/** What else there is to know of a slice. */
export interface SliceDetails {
  /** Shown when it is selected. */
  readonly args?: object | null;
  /** Rows below the first are for what lies within; left out: the first. */
  readonly row?: number;
  /** Which lines of a lesson's code it stands for, as they are marked there (`#: put`); left out: none. */
  readonly code?: string;
}

interface GrowingSlice {
  readonly name: number;
  readonly code: number;
  readonly args: number;
  readonly begin: number;
  /** null: it is still under way. */
  end: number | null;
}

interface GrowingLane {
  readonly name: string;
  process: string;
  pid: string;
  /** The outermost first; each in order of time. */
  readonly rows: GrowingSlice[][];
  readonly markAt: number[];
  readonly markName: number[];
}

interface GrowingFlow {
  readonly fromLane: number;
  readonly fromAt: number;
  readonly toLane: number;
  readonly toAt: number;
  readonly name: number;
}

export class PictureLanes {
  private readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly lanes: GrowingLane[] = [];
  private readonly counters: { process: string; name: string; at: number[]; value: number[] }[] = [];
  private readonly flows: GrowingFlow[] = [];
  private slices = 0;
  private leftOut = 0;
  private changed = false;

  /** @param names that keep their numbers, and so their tones, whichever is used first */
  constructor(names: readonly string[] = []) {
    // Number 0 is that of whoever has no category.
    for (const name of ['', ...names]) this.textOf(name);
  }

  /** One more, below the others. @param process what stands below its name until it has a PID @returns its number */
  lane(name: string, process = 'starting', pid: number | null = null): number {
    this.changed = true;
    return this.lanes.push({ process, name, pid: String(pid ?? ''), rows: [[]], markAt: [], markName: [] }) - 1;
  }

  /** The process of a lane is there. */
  hasPid(lane: number, pid: number): void {
    const of = this.lanes[lane];
    if (of === undefined) return;
    of.process = `PID ${pid}`;
    of.pid = String(pid);
    this.changed = true;
  }

  /**
   * A slice after all that the row has so far.
   * @param end null: it is under way, until `close`
   */
  slice(lane: number, name: string, begin: number, end: number | null, details: SliceDetails = {}): void {
    const of = this.lanes[lane];
    if (of === undefined) return;
    if (this.slices >= MOST_SLICES) {
      this.leftOut++;
      return;
    }
    this.slices++;
    const { args = null, row = 0, code = '' } = details;
    while (of.rows.length <= row) of.rows.push([]);
    const number = args === null ? 0 : this.textOf(JSON.stringify(args)) + 1;
    of.rows[row]?.push({ name: this.textOf(name), args: number, code: this.textOf(code), begin, end });
    this.changed = true;
  }

  /** The last slice of a row is over. Nothing happens where it is over already. */
  close(lane: number, end: number, row = 0): void {
    const last = this.lanes[lane]?.rows[row]?.at(-1);
    if (last === undefined || last.end !== null) return;
    last.end = Math.max(last.begin, end);
    this.changed = true;
  }

  /** Everything that is under way is over, in every lane. */
  closeAll(end: number): void {
    for (const [lane, { rows }] of this.lanes.entries()) for (const row of rows.keys()) this.close(lane, end, row);
  }

  /** A moment without a length, not before the last one of its lane. */
  mark(lane: number, name: string, at: number): void {
    const of = this.lanes[lane];
    if (of === undefined) return;
    of.markAt.push(at);
    of.markName.push(this.textOf(name));
    this.changed = true;
  }

  /** @returns its number */
  counter(process: string, name: string): number {
    return this.counters.push({ process, name, at: [], value: [] }) - 1;
  }

  /** What a counter was, at all moments so far, in order. */
  count(counter: number, at: number[], value: number[]): void {
    const of = this.counters[counter];
    if (of === undefined) return;
    of.at = at;
    of.value = value;
    this.changed = true;
  }

  flow(name: string, fromLane: number, fromAt: number, toLane: number, toAt: number): void {
    this.flows.push({ fromLane, fromAt, toLane, toAt, name: this.textOf(name) });
    this.changed = true;
  }

  /** @returns null: nothing has changed since the last time, and nothing is under way */
  take(nowNs: number): ExperimentPicture | null {
    const open = this.lanes.some(({ rows }) => rows.some((row) => row.at(-1)?.end === null));
    if (!this.changed && !open) return null;
    this.changed = false;
    return {
      texts: [...this.texts],
      lanes: this.lanes.map((lane) => asLane(lane, nowNs)),
      counters: this.counters.map(asCounter),
      flows: this.flows.length === 0 ? null : asFlows(this.flows),
      notices:
        this.leftOut === 0
          ? []
          : [`${this.leftOut} slices are not shown: ${MOST_SLICES.toLocaleString('en-US')} of an experiment are.`],
    };
  }

  private textOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.numbers.set(text, number);
    return number;
  }
}

function asLane({ name, process, pid, rows, markAt, markName }: GrowingLane, nowNs: number): SliceLane {
  const all = rows.flat();
  const firsts = new Uint32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) firsts[index + 1] = (firsts[index] ?? 0) + row.length;
  return {
    kind: 'thread',
    process,
    name,
    pid,
    tid: '',
    rows: firsts,
    begin: Float64Array.from(all, ({ begin }) => begin),
    end: Float64Array.from(all, ({ begin, end }) => end ?? Math.max(begin, nowNs)),
    nameText: Uint32Array.from(all, (slice) => slice.name),
    category: Uint32Array.from(all, ({ code }) => code),
    args: Uint32Array.from(all, ({ args }) => args),
    marks: { at: Float64Array.from(markAt), name: Uint32Array.from(markName) },
  };
}

const asCounter = ({ process, name, at, value }: PictureLanes['counters'][number]): CounterLane => ({
  process,
  name,
  series: [{ name, at: Float64Array.from(at), value: Float64Array.from(value) }],
});

const asFlows = (flows: readonly GrowingFlow[]): Flows => ({
  fromLane: Uint32Array.from(flows, ({ fromLane }) => fromLane),
  fromAt: Float64Array.from(flows, ({ fromAt }) => fromAt),
  toLane: Uint32Array.from(flows, ({ toLane }) => toLane),
  toAt: Float64Array.from(flows, ({ toAt }) => toAt),
  name: Uint32Array.from(flows, ({ name }) => name),
});
