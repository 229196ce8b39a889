/** Gathers the events of a trace by what they are, as they are read; `slices` puts the whole together at the end. */
import { Vector } from '../../shared/vector';
import { Faults, finite, micros, type RawEvent } from './raw-event';
import { Texts } from './texts';
import { ThreadSlices } from './thread-slices';

export interface TraceThread {
  readonly pid: string;
  readonly tid: string;
  name: string;
  sort: number;
  readonly process: TraceProcess;
  readonly slices: ThreadSlices;
}

export interface TraceProcess {
  readonly pid: string;
  name: string;
  sort: number;
  readonly threads: Map<unknown, TraceThread>;
  /** By category, or name where there is none. */
  readonly asyncs: Map<string, ThreadSlices>;
  readonly counters: Map<string, Map<string, RawSeries>>;
}

interface RawSeries {
  readonly at: Vector<Float64Array>;
  readonly value: Vector<Float64Array>;
}

/** Ends of arrows, as they stand in the file. */
export interface FlowPoints {
  /** Number of the text by which those of one arrow are known. */
  readonly key: Vector<Uint32Array>;
  readonly at: Vector<Float64Array>;
  /** Index into `threads`. */
  readonly thread: Vector<Uint32Array>;
  readonly name: Vector<Uint32Array>;
  readonly isStart: Vector<Uint8Array>;
}

interface OpenAsync {
  readonly at: number;
  readonly name: number;
  readonly category: number;
  readonly args: number;
  readonly into: ThreadSlices;
}

export class TraceCollector {
  readonly texts = new Texts();
  readonly faults = new Faults();
  readonly processes = new Map<unknown, TraceProcess>();
  readonly flows: FlowPoints = {
    key: new Vector(Uint32Array),
    at: new Vector(Float64Array),
    thread: new Vector(Uint32Array),
    name: new Vector(Uint32Array),
    isStart: new Vector(Uint8Array),
  };
  /** In order of their first event. */
  readonly threads: TraceThread[] = [];
  /** By id and name. */
  readonly openAsyncs = new Map<string, OpenAsync[]>();
  /** Number of the empty text. */
  readonly none = this.texts.numberOf('');
  /** In microseconds. */
  firstAt = Number.POSITIVE_INFINITY;
  lastAt = Number.NEGATIVE_INFINITY;
  private readonly threadNumbers = new Map<TraceThread, number>();
  /** Where the last event was: most come in stretches of one thread. */
  private recent: TraceThread | null = null;
  private recentPid: unknown = null;
  private recentTid: unknown = null;

  add(value: unknown): void {
    const event = (typeof value === 'object' && value !== null ? value : {}) as RawEvent;
    const { ph } = event;
    if (ph === 'M') this.metadata(event);
    else if (typeof ph !== 'string') this.faults.add('no event');
    else this.timed(event, ph, micros(event.ts));
  }

  private timed(event: RawEvent, ph: string, at: number): void {
    const take = TAKE.get(ph);
    if (take === undefined) this.faults.addKind(ph);
    else if (Number.isNaN(at)) this.faults.add('no time');
    else {
      if (at < this.firstAt) this.firstAt = at;
      if (at > this.lastAt) this.lastAt = at;
      this[take](event, at);
    }
  }

  private edge(event: RawEvent, at: number): void {
    const { slices } = this.thread(event);
    const isEnd = event.ph === 'E';
    slices.addEdge(isEnd, at, this.textOf(event.name), this.textOf(event.cat), this.texts.args(event.args));
  }

  private mark(event: RawEvent, at: number): void {
    this.thread(event).slices.mark(at, this.textOf(event.name));
  }

  private markAsync(event: RawEvent, at: number): void {
    this.asyncLane(event).mark(at, this.textOf(event.name));
  }

  private complete(event: RawEvent, at: number): void {
    // Some tools leave it out for what takes no time.
    const dur = event.dur === undefined ? 0 : micros(event.dur);
    if (!(dur >= 0)) {
      this.faults.add('no length');
      return;
    }
    const end = at + dur;
    if (end > this.lastAt) this.lastAt = end;
    const { slices } = this.thread(event);
    slices.add(at, end, this.textOf(event.name), this.textOf(event.cat), this.texts.args(event.args));
  }

  private textOf(value: unknown): number {
    if (typeof value === 'string') return this.texts.numberOf(value);
    return value === undefined || value === null ? this.none : this.texts.numberOf(String(value));
  }

  private process(pid: unknown): TraceProcess {
    let process = this.processes.get(pid);
    if (process === undefined) {
      process = {
        pid: idText(pid),
        name: '',
        sort: 0,
        threads: new Map(),
        asyncs: new Map(),
        counters: new Map(),
      };
      this.processes.set(pid, process);
    }
    return process;
  }

  private thread({ pid, tid: given }: RawEvent): TraceThread {
    const tid = given ?? pid;
    if (this.recent !== null && pid === this.recentPid && tid === this.recentTid) return this.recent;
    const process = this.process(pid);
    let thread = process.threads.get(tid);
    if (thread === undefined) {
      thread = { pid: process.pid, tid: idText(tid), name: '', sort: 0, process, slices: new ThreadSlices() };
      process.threads.set(tid, thread);
      this.threadNumbers.set(thread, this.threads.length);
      this.threads.push(thread);
    }
    this.recent = thread;
    this.recentPid = pid;
    this.recentTid = tid;
    return thread;
  }

  private metadata(event: RawEvent): void {
    const args = (typeof event.args === 'object' && event.args !== null ? event.args : {}) as Record<string, unknown>;
    switch (event.name) {
      case 'process_name':
        if (typeof args.name === 'string') this.process(event.pid).name = args.name;
        break;
      case 'process_sort_index':
        this.process(event.pid).sort = Number(args.sort_index) || 0;
        break;
      case 'thread_name':
        if (typeof args.name === 'string') this.thread(event).name = args.name;
        break;
      case 'thread_sort_index':
        this.thread(event).sort = Number(args.sort_index) || 0;
        break;
      default:
    }
  }

  private counter(event: RawEvent, at: number): void {
    const { counters } = this.process(event.pid);
    const id = event.id === undefined ? '' : ` ${String(event.id)}`;
    const name = `${String(event.name ?? 'counter')}${id}`;
    let series = counters.get(name);
    if (series === undefined) {
      series = new Map();
      counters.set(name, series);
    }
    for (const [key, value] of Object.entries(event.args ?? {})) {
      const number = finite(value);
      if (Number.isNaN(number)) continue;
      let one = series.get(key);
      if (one === undefined) {
        one = { at: new Vector(Float64Array), value: new Vector(Float64Array) };
        series.set(key, one);
      }
      one.at.push(at);
      one.value.push(number);
    }
  }

  private asyncLane({ pid, cat, name }: RawEvent): ThreadSlices {
    const { asyncs } = this.process(pid);
    const key = typeof cat === 'string' && cat !== '' ? cat : String(name ?? 'async');
    let lane = asyncs.get(key);
    if (lane === undefined) {
      lane = new ThreadSlices();
      asyncs.set(key, lane);
    }
    return lane;
  }

  private beginAsync(event: RawEvent, at: number): void {
    const name = this.textOf(event.name);
    const key = openKey(event, name);
    const open = this.openAsyncs.get(key) ?? [];
    open.push({
      at,
      name,
      category: this.textOf(event.cat),
      args: this.texts.args(event.args),
      into: this.asyncLane(event),
    });
    this.openAsyncs.set(key, open);
  }

  private endAsync(event: RawEvent, at: number): void {
    const key = openKey(event, this.textOf(event.name));
    const open = this.openAsyncs.get(key);
    const begun = open?.pop();
    if (begun === undefined) {
      this.faults.add('no begin');
      return;
    }
    if (open?.length === 0) this.openAsyncs.delete(key);
    const end = Math.max(at, begun.at);
    begun.into.add(begun.at, end, begun.name, begun.category, begun.args || this.texts.args(event.args));
  }

  private flow(event: RawEvent, at: number): void {
    const { key, at: times, thread, name, isStart: starts } = this.flows;
    key.push(this.texts.numberOf(`${asyncKey(event)} ${String(event.name ?? '')}`));
    times.push(at);
    thread.push(this.threadNumbers.get(this.thread(event)) ?? 0);
    name.push(this.textOf(event.name));
    starts.push(event.ph === 's' ? 1 : 0);
  }
}

type Take = 'complete' | 'edge' | 'counter' | 'mark' | 'beginAsync' | 'endAsync' | 'markAsync' | 'flow';
const kinds = (letters: string, take: Take): [string, Take][] => [...letters].map((letter) => [letter, take]);

/** What takes an event of each kind that is drawn, see the format's document. */
const TAKE: ReadonlyMap<string, Take> = new Map([
  ...kinds('X', 'complete'),
  ...kinds('BE', 'edge'),
  ...kinds('C', 'counter'),
  ...kinds('iIR', 'mark'),
  ...kinds('bS', 'beginAsync'),
  ...kinds('eF', 'endAsync'),
  ...kinds('nTp', 'markAsync'),
  ...kinds('stf', 'flow'),
]);

/** Ids count within a process where the file says so; otherwise in all of it. */
function asyncKey({ cat, id, id2, pid }: RawEvent): string {
  const { local, global } = (typeof id2 === 'object' && id2 !== null ? id2 : {}) as Record<string, unknown>;
  const own = local === undefined ? String(global ?? id ?? '') : `${String(pid)}/${String(local)}`;
  return `${String(cat ?? '')} ${own}`;
}

/** Which of those that are open an end belongs to: the last of its id and name. */
const openKey = (event: RawEvent, name: number): string => `${asyncKey(event)} ${name}`;

const idText = (id: unknown): string => (id === undefined || id === null ? '' : String(id));
