/** Slices, counters and arrows of a trace as they are drawn, from what was gathered while it was read. */
import type { CounterLane, Flows, RunSlices, SliceLane } from '../../shared/slices';
import { nest, pack } from './nest';
import { pairEdges } from './pair-edges';
import { sortTimes } from './sort-times';
import type { ThreadSlices } from './thread-slices';
import type { TraceCollector, TraceProcess, TraceThread } from './trace-collector';

type Part = Omit<RunSlices, 'type' | 'runId'>;

export interface BuiltSlices {
  readonly slices: readonly Part[];
  /** Sentences on what is not as it should be. */
  readonly notices: readonly string[];
}

/** @param zero in microseconds: from where the clock counts */
export function buildSlices(trace: TraceCollector, zero: number): BuiltSlices {
  const toNs = (at: number): number => Math.round((at - zero) * 1e3);
  const tally = { unended: closeAsyncs(trace), overlapping: 0 };
  const lanes: SliceLane[] = [];
  const laneOf = new Map<TraceThread, number>();
  const counters: CounterLane[] = [];
  for (const process of inOrder(trace)) {
    const name = processName(process);
    const threads = [...process.threads.values()].sort((a, b) => a.sort - b.sort || compare(a.tid, b.tid));
    for (const thread of threads) {
      const { unbegun, unended } = pairEdges(thread.slices, trace.none, trace.lastAt);
      trace.faults.add('no begin', unbegun);
      tally.unended += unended;
      if (thread.slices.begin.length === 0 && thread.slices.markAt.length === 0) continue;
      laneOf.set(thread, lanes.length);
      const place = { process: name, name: thread.name || `thread ${thread.tid}`, pid: thread.pid, tid: thread.tid };
      const { lane, overlapping } = laneFrom(thread.slices, toNs, { kind: 'thread', ...place });
      tally.overlapping += overlapping;
      lanes.push(lane);
    }
    for (const [key, slices] of process.asyncs) {
      if (slices.begin.length === 0 && slices.markAt.length === 0) continue;
      lanes.push(laneFrom(slices, toNs, { kind: 'async', process: name, name: key, pid: process.pid, tid: '' }).lane);
    }
    for (const [key, series] of process.counters) {
      const curves = [...series].map(([curve, { at, value }]) => {
        const times = at.array.slice(0, at.length).map(toNs);
        const order = sortTimes(times, times);
        return { name: curve, at: pick(times, order), value: pick(value.array.subarray(0, value.length), order) };
      });
      counters.push({ process: name, name: key, series: curves });
    }
  }
  const flows = flowsOf(trace, laneOf, toNs);
  const none = { texts: [], lanes: [], counters: [], flows: null, notices: [] };
  return {
    slices: [
      { ...none, texts: trace.texts.all, counters, flows },
      ...lanes.map((lane) => ({ ...none, lanes: [lane] })),
    ],
    notices: notices(trace, tally),
  };
}

function notices(trace: TraceCollector, { unended, overlapping }: { unended: number; overlapping: number }): string[] {
  const count = (number: number, one: string, many: string): string =>
    `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
  const found: string[] = [];
  const leftOut = trace.faults.sentence();
  if (leftOut !== null) found.push(leftOut);
  if (unended > 0)
    found.push(
      `${count(unended, 'slice has', 'slices have')} no end and ${unended === 1 ? 'lasts' : 'last'} until that of the trace.`,
    );
  if (overlapping > 0) {
    found.push(
      `${count(overlapping, 'slice ends', 'slices end')} after the one in which ${overlapping === 1 ? 'it begins' : 'they begin'}: such slices are drawn below each other, and need not have called each other.`,
    );
  }
  const { argsLeftOut } = trace.texts;
  if (argsLeftOut > 0)
    found.push(`The arguments of ${count(argsLeftOut, 'event', 'events')} are not kept: 24 MB of them are.`);
  return found;
}

function closeAsyncs(trace: TraceCollector): number {
  let unended = 0;
  for (const open of trace.openAsyncs.values()) {
    for (const { at, name, category, args, into } of open)
      into.add(at, Math.max(at, trace.lastAt), name, category, args);
    unended += open.length;
  }
  trace.openAsyncs.clear();
  return unended;
}

function inOrder(trace: TraceCollector): TraceProcess[] {
  return [...trace.processes.values()].sort((a, b) => a.sort - b.sort || compare(a.pid, b.pid));
}

/** Numbers by size, names by alphabet. */
const compare = (a: string, b: string): number => Number(a) - Number(b) || a.localeCompare(b);

export function processName({ name, pid }: Pick<TraceProcess, 'name' | 'pid'>): string {
  return name || (pid === '' ? 'process' : `PID ${pid}`);
}

type Place = Pick<SliceLane, 'kind' | 'process' | 'name' | 'pid' | 'tid'>;

function laneFrom(
  slices: ThreadSlices,
  toNs: (at: number) => number,
  place: Place,
): { readonly lane: SliceLane; readonly overlapping: number } {
  const { length } = slices.begin;
  const begin = new Float64Array(length);
  const end = new Float64Array(length);
  for (let index = 0; index < length; index++) {
    begin[index] = toNs(slices.begin.array[index] ?? 0);
    end[index] = toNs(slices.end.array[index] ?? 0);
  }
  const { order, rows, overlapping } = place.kind === 'async' ? pack(begin, end) : nest(begin, end);
  const times = slices.markAt.array.slice(0, slices.markAt.length).map(toNs);
  const markOrder = sortTimes(times, times);
  const lane: SliceLane = {
    ...place,
    rows,
    begin: pick(begin, order),
    end: pick(end, order),
    nameText: pick(slices.name.array, order),
    category: pick(slices.category.array, order),
    args: pick(slices.args.array, order),
    marks: { at: pick(times, markOrder), name: pick(slices.markName.array, markOrder) },
  };
  return { lane, overlapping };
}

function pick<A extends Float64Array | Uint32Array>(values: A, order: Uint32Array): A {
  const picked = new (values.constructor as new (length: number) => A)(order.length);
  for (let place = 0; place < order.length; place++) picked[place] = values[order[place] ?? 0] ?? 0;
  return picked;
}

/** From each point to the next one of the same arrow. */
function flowsOf(
  { flows, threads }: TraceCollector,
  laneOf: ReadonlyMap<TraceThread, number>,
  toNs: (at: number) => number,
): Flows | null {
  const times = flows.at.array.slice(0, flows.at.length).map(toNs);
  const last = new Map<number, number>();
  const pairs: [from: number, to: number][] = [];
  for (const point of sortTimes(times, times)) {
    const key = flows.key.array[point] ?? 0;
    const from = last.get(key);
    if (from !== undefined && flows.isStart.array[point] === 0) pairs.push([from, point]);
    last.set(key, point);
  }
  const lane = (point: number): number => {
    const thread = threads[flows.thread.array[point] ?? 0];
    return (thread === undefined ? undefined : laneOf.get(thread)) ?? -1;
  };
  const known = pairs.filter(([from, to]) => lane(from) >= 0 && lane(to) >= 0);
  if (known.length === 0) return null;
  return {
    fromLane: Uint32Array.from(known, ([from]) => lane(from)),
    fromAt: Float64Array.from(known, ([from]) => times[from] ?? 0),
    toLane: Uint32Array.from(known, ([, to]) => lane(to)),
    toAt: Float64Array.from(known, ([, to]) => times[to] ?? 0),
    name: Uint32Array.from(known, ([from]) => flows.name.array[from] ?? 0),
  };
}
