/** Every public call that a pool has, with every kind of input, by name: the table asks whether each of them ends. */
import type { Pool } from '../../../src/main/pool/pool';
import type { Inputs } from '../../../src/main/pool/source';
import type { StreamJob } from '../../../src/main/pool/stream-job';
import type { FunctionSpec } from '../../../src/shared/worker-protocol';

/** Longer than any call here takes, however busy the machine is. */
const HANGS_MS = 30_000;

/** Functions for one argument and for a tuple of them. */
export interface Specs {
  readonly one: FunctionSpec;
  readonly tuple: FunctionSpec;
}

export type NamedCall = readonly [name: string, call: () => unknown];

const broken = (): never => {
  throw new Error('input broke');
};

/** New for each call: an iterator can be drawn once. */
const inputs: Readonly<Record<string, () => Inputs>> = {
  'a list': () => [1, 2, 3],
  'a list of one': () => [1],
  nothing: () => [],
  'an iterator': () => new Set([1, 2, 3]).values(),
  'an iterator of nothing': () => new Set().values(),
  'an iterator that throws': () =>
    (function* () {
      yield 1;
      broken();
    })(),
  'an iterable that throws': () => ({ [Symbol.iterator]: broken }),
  'an asynchronous iterator': () =>
    (async function* () {
      yield 1;
      await null;
      yield 2;
    })(),
  'an asynchronous iterator of nothing': () => ({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
  }),
  'an asynchronous iterator that rejects': () =>
    (async function* () {
      yield 1;
      await Promise.reject(new Error('input broke'));
    })(),
  'an asynchronous iterator that throws': () => ({ [Symbol.asyncIterator]: () => ({ next: broken }) }),
  'an asynchronous iterable that throws': () => ({ [Symbol.asyncIterator]: broken }),
  'an asynchronous iterator whose return throws': () => {
    let item = 0;
    const next = () => Promise.resolve(item++ < 3 ? { value: item, done: false } : { value: item, done: true });
    return { [Symbol.asyncIterator]: () => ({ next, return: broken }) };
  },
  'an argument that cannot be pickled': () => [1, () => 1, 3],
  'an argument that raises while it is pickled': () => [
    1,
    {
      get late() {
        return broken();
      },
    },
    3,
  ],
};

const noCallbacks = { callback: broken, errorCallback: broken };

async function toTheEnd(stream: StreamJob): Promise<void> {
  for await (const _ of stream);
}

async function leftEarly(stream: StreamJob): Promise<void> {
  for await (const _ of stream) break;
}

const callsWithInput: Readonly<Record<string, (pool: Pool, specs: Specs, input: Inputs) => unknown>> = {
  map: (pool, { one }, input) => pool.map(one, input),
  'map in chunks': (pool, { one }, input) => pool.map(one, input, 2),
  starmap: (pool, { tuple }, input) => pool.starmap(tuple, input),
  'get of mapAsync': (pool, { one }, input) => pool.mapAsync(one, input).get(),
  'get of mapAsync with callbacks that throw': (pool, { one }, input) => pool.mapAsync(one, input, noCallbacks).get(),
  'wait of mapAsync': (pool, { one }, input) => pool.mapAsync(one, input).wait(),
  'get of starmapAsync with a timeout': (pool, { tuple }, input) => pool.starmapAsync(tuple, input).get(5),
  'imap to the end': (pool, { one }, input) => toTheEnd(pool.imap(one, input)),
  'imap one by one': (pool, { one }, input) => toTheEnd(pool.imap(one, input, { lookAhead: 1 })),
  'imap in chunks': (pool, { one }, input) => toTheEnd(pool.imap(one, input, { chunksize: 2, lookAhead: 1 })),
  'imap left early': (pool, { one }, input) => leftEarly(pool.imap(one, input)),
  'next of imap': (pool, { one }, input) => pool.imap(one, input).next(),
  'next of imap with a timeout': (pool, { one }, input) => pool.imap(one, input).next(5),
  'imapUnordered to the end': (pool, { one }, input) => toTheEnd(pool.imapUnordered(one, input)),
  'next of imapUnordered': (pool, { one }, input) => pool.imapUnordered(one, input, { lookAhead: 1 }).next(),
};

const callsWithoutInput: Readonly<Record<string, (pool: Pool, specs: Specs) => unknown>> = {
  ready: (pool) => pool.ready,
  define: (pool, { one }) => pool.define(one),
  apply: (pool, { one }) => pool.apply(one, 1),
  'apply of what cannot be pickled': (pool, { one }) => pool.apply(one, () => 1),
  'get of applyAsync': (pool, { one }) => pool.applyAsync(one, 1).get(),
  'get of applyAsync with callbacks that throw': (pool, { one }) => pool.applyAsync(one, 1, noCallbacks).get(),
  'wait of applyAsync': (pool, { one }) => pool.applyAsync(one, 1).wait(),
  'join with a timeout': (pool) => pool.join(5),
};

/** Where each task costs a worker. */
const SHORT = ['a list of one', 'an asynchronous iterator that rejects'];

/** Those that submit or wait, not those that end the pool. @param short with two kinds of input only, of one task each */
export function everyCall(pool: Pool, specs: Specs, short = false): NamedCall[] {
  const chosen = Object.entries(inputs).filter(([name]) => !short || SHORT.includes(name));
  const withInput = Object.entries(callsWithInput).flatMap(([name, call]) =>
    chosen.map(([what, input]): NamedCall => [`${name}, ${what}`, () => call(pool, specs, input())]),
  );
  const without = Object.entries(callsWithoutInput).map(([name, call]): NamedCall => [name, () => call(pool, specs)]);
  return [...without, ...withInput];
}

/** A call whose callbacks end the pool; those before and after it are under way then. */
export function callsAroundTheEnd(pool: Pool, specs: Specs): NamedCall[] {
  const end = () => pool.terminate();
  const ending = () => pool.mapAsync(specs.one, [5, 5, 5], { callback: end, errorCallback: end }).get();
  return [...everyCall(pool, specs), ['mapAsync that ends the pool', ending], ...everyCall(pool, specs)];
}

/** Those that take an input, with this one. @param input new for each call */
export function callsOf(pool: Pool, specs: Specs, input: () => Inputs): NamedCall[] {
  return Object.entries(callsWithInput).map(([name, call]): NamedCall => [name, () => call(pool, specs, input())]);
}

/** The calls that end a pool, in an order that makes sense in each state. */
export function everyEnd(pool: Pool): NamedCall[] {
  return [
    ['close', () => pool.close()],
    ['join', () => pool.join()],
    ['terminate', () => pool.terminate()],
    ['join after terminate', () => pool.join()],
    ['disposal', () => pool[Symbol.asyncDispose]()],
  ];
}

/** Makes all calls at once. @returns names of those that have ended in nothing: no result, no error */
export async function hanging(calls: readonly NamedCall[]): Promise<string[]> {
  const ended = await Promise.all(calls.map(([name, call]) => hangs(name, call)));
  return ended.filter((name) => name !== null);
}

async function hangs(name: string, call: () => unknown): Promise<string | null> {
  let watchdog: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    watchdog = setTimeout(() => resolve(name), HANGS_MS);
  });
  const ends = (async () => call())().then(
    () => null,
    () => null,
  );
  const outcome = await Promise.race([ends, late]);
  clearTimeout(watchdog);
  return outcome;
}
