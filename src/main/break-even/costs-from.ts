/**
 * The machine's costs from the readings of its runs. Of several of a step the least counts: whatever else the machine
 * does only makes a run longer.
 */
import type { BytesPoint, Costs } from '../../shared/break-even/costs';
import { median, type Reading } from './reading';
import { BYTES, crowd, LONG_CHUNK, WORK_ITEMS, workerCounts } from './steps';

/** Readings of each step by its id. */
export type Readings = ReadonlyMap<string, readonly Reading[]>;

export function costsFrom(
  readings: Readings,
  cores: number,
): Omit<Costs, 'version' | 'takenAt' | 'tookMs' | 'machine' | 'otherBusyCores'> {
  const of = (id: string, value: (reading: Reading) => number): number => {
    const all = readings.get(id);
    if (all === undefined || all.length === 0) throw new Error(`${id} was not measured`);
    return Math.min(...all.map(value));
  };
  const steady = ({ steadyMs }: Reading): number => steadyMs;
  const flow = (processes: number) => {
    const short = of(`flow-${processes}-1`, steady);
    // A chunk of one costs chunk + task, one of 64 costs chunk + 64 tasks.
    const long = of(`flow-${processes}-${LONG_CHUNK}`, steady);
    const taskMs = Math.max(0, (LONG_CHUNK * long - short) / (LONG_CHUNK - 1));
    return { taskMs: Math.min(taskMs, short), chunkMs: Math.max(0, short - taskMs) };
  };
  const { loop, warmMs } = loopOf(of);
  const nothing = { one: flow(1), all: flow(crowd(cores)) };
  const coldMs = of('flow-1-1', (reading) => reading.coldMs);
  const bytes = (way: 'there' | 'back'): BytesPoint[] => {
    const extra = (processes: number, { taskMs, chunkMs }: { taskMs: number; chunkMs: number }) =>
      rising(BYTES.map((size) => Math.max(0, of(`${way}-${processes}-${size}`, steady) - taskMs - chunkMs)));
    const one = extra(1, nothing.one);
    const all = extra(crowd(cores), nothing.all);
    const cold = rising(BYTES.map((size) => Math.max(0, of(`${way}-1-${size}`, ({ coldMs }) => coldMs) - coldMs)));
    return [
      { bytes: 0, oneMs: 0, allMs: 0, coldMs: 0 },
      ...BYTES.map((size, at) => ({ bytes: size, oneMs: one[at] ?? 0, allMs: all[at] ?? 0, coldMs: cold[at] ?? 0 })),
    ];
  };
  return {
    rounds: Math.min(...[...readings.values()].map((all) => all.length)),
    work: loop,
    loopTaskMs: of('loop-nothing', ({ gapMs }) => gapMs),
    warmMs,
    boot: bootPoints(of, cores),
    callMs: of('call', steady),
    flow: { ...nothing, coldMs },
    compute: computePoints(of, cores, nothing.one.taskMs + nothing.one.chunkMs),
    there: bytes('there'),
    back: bytes('back'),
  };
}

type Of = (id: string, value: (reading: Reading) => number) => number;

/** Warm times of the plain loop's tasks, and what it lost until it was warm. */
function loopOf(of: Of) {
  const times = rising(WORK_ITEMS.map((items) => of(`loop-${items}`, ({ runMs }) => runMs)));
  const loop = WORK_ITEMS.map((items, at) => ({ items, ms: times[at] ?? Number.NaN }));
  return { loop, warmMs: median(WORK_ITEMS.slice(1).map((items) => of(`loop-${items}`, (reading) => reading.warmMs))) };
}

function bootPoints(of: Of, cores: number): Costs['boot'] {
  const counts = workerCounts(cores);
  const times = rising(counts.map((workers) => of(`compute-${workers}`, ({ bootMs }) => bootMs)));
  return counts.map((workers, at) => ({ workers, ms: times[at] ?? Number.NaN }));
}

function computePoints(of: Of, cores: number, aheadMs: number): Costs['compute'] {
  const ran = (workers: number): number => of(`compute-${workers}`, ({ runMs }) => runMs);
  const alone = ran(1);
  const counts = workerCounts(cores);
  const slows = rising(
    counts.filter((workers) => workers <= cores).map((workers) => Math.max(1, ran(workers) / alone)),
  );
  const gapMs = Math.max(0, of('compute-1', (reading) => reading.gapMs) - aheadMs);
  return counts.map((workers, at) => {
    // More workers than cores take turns: each has its share of a core.
    const slow = slows[at] ?? ((slows.at(-1) ?? 1) * workers) / cores;
    return { workers, slow, gapMs };
  });
}

/**
 * The nearest values that never fall: more bytes, or more workers, cost no less. Pool adjacent violators, Ayer et al.,
 * Annals of Mathematical Statistics 26(4), 1955.
 */
export function rising(values: readonly number[]): number[] {
  const blocks: { mean: number; count: number }[] = [];
  for (const value of values) {
    let block = { mean: value, count: 1 };
    for (let last = blocks.at(-1); last !== undefined && last.mean > block.mean; last = blocks.at(-1)) {
      blocks.pop();
      const count = last.count + block.count;
      block = { mean: (last.mean * last.count + block.mean * block.count) / count, count };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ mean, count }) => Array<number>(count).fill(mean));
}
