/**
 * What the boundary cost in a run besides pickling, from the moments around it: flights between idle processes, the
 * caller's own work for each chunk and message where it was not waiting, the worker's between its tasks.
 */
import { BULK_FROM_BYTES } from '../../../shared/dispatch-rules';
import type { BoundaryCosts } from './boundary-costs';
import type { ChunkFacts } from './chunk-facts';
import { type ByteSample, fitByteCost, meanCost } from './fit';

/** What cannot be told from chunks alone. */
export interface CallFacts {
  readonly callNs: number;
  readonly returnNs: number;
  readonly submitNs: number;
  readonly replaceNs: number;
}

/** Of taking a message, at most so much is the message's own: the rest is its results'. */
const MOST_TAKE_NS = 4e4;
/** Taking a message, where the caller never had two to take. */
const USUAL_TAKE_NS = 2e4;
const USUAL_FLIGHT = { fixedNs: 1e5, perByteNs: 0 };

export function measureBoundary(chunks: readonly ChunkFacts[], call: CallFacts): BoundaryCosts {
  const worker = workerCosts(chunks);
  const caller = callerCosts(chunks);
  // A caller that was hardly ever free may only seem to have been: it was at what no moment tells of.
  const wasFree = caller.flights.length * 10 >= caller.messages;
  const flightBack = fitByteCost(wasFree ? caller.flights : [], USUAL_FLIGHT);
  return {
    ...call,
    dispatchNs: meanCost(caller.dispatches, 0),
    post: fitByteCost(caller.posts, { fixedNs: 0, perByteNs: 0 }),
    ...takeCosts(caller),
    workerMessageNs: meanCost(worker.messages, 0),
    workerTaskNs: Math.max(0, worker.gapsNs / Math.max(1, worker.gaps)),
    flightOut: fitByteCost(worker.flights, flightBack),
    flightBack,
  };
}

/** Chunks that came, or went, in one message. */
function messagesOf(chunks: readonly ChunkFacts[], moment: 'received' | 'resultReceived'): ChunkFacts[][] {
  const open = new Map<number, ChunkFacts[]>();
  const messages: ChunkFacts[][] = [];
  for (const chunk of chunks) {
    const last = open.get(chunk.worker);
    if (last?.[0]?.[moment] === chunk[moment]) {
      last.push(chunk);
    } else {
      const message = [chunk];
      open.set(chunk.worker, message);
      messages.push(message);
    }
  }
  return messages;
}

const sumOf = (chunks: readonly ChunkFacts[], of: (chunk: ChunkFacts) => number): number =>
  chunks.reduce((sum, chunk) => sum + of(chunk), 0);

function workerCosts(chunks: readonly ChunkFacts[]) {
  const flights: ByteSample[] = [];
  const messages: number[] = [];
  const freeAt = new Map<number, number>();
  let gapsNs = 0;
  let gaps = 0;
  for (const message of messagesOf(chunks, 'received')) {
    const first = message[0];
    const last = message.at(-1);
    if (first === undefined || last === undefined) continue;
    // What lay in the pipe of a busy worker was not in flight all the time.
    if ((freeAt.get(first.worker) ?? Number.NEGATIVE_INFINITY) <= last.sent) {
      flights.push({ bytes: sumOf(message, ({ argsBytes }) => argsBytes), ns: first.received - last.sent });
    }
    freeAt.set(first.worker, last.resultSent);
    messages.push(first.loadsBegin - first.received + (last.resultSent - last.workEnd));
    for (const [index, chunk] of message.entries()) {
      gapsNs += chunk.workerGapsNs + (index === 0 ? 0 : chunk.loadsBegin - (message[index - 1]?.workEnd ?? 0));
    }
    gaps += sumOf(message, ({ tasks }) => tasks) - 1;
  }
  return { flights, messages, gapsNs, gaps };
}

interface CallerSamples {
  readonly flights: ByteSample[];
  /** From when the caller was free until it had the next message, where that was waiting. */
  readonly waited: number[];
  /** From a message until the first chunk is pickled, or its results are read. */
  readonly before: number[];
  readonly dispatches: number[];
  readonly posts: ByteSample[];
  readGapsNs: number;
  tasks: number;
  messages: number;
}

function callerCosts(chunks: readonly ChunkFacts[]): CallerSamples {
  const samples: CallerSamples = {
    flights: [],
    waited: [],
    before: [],
    dispatches: [],
    posts: [],
    readGapsNs: 0,
    tasks: 0,
    messages: 0,
  };
  const messages = messagesOf(chunks, 'resultReceived').sort(
    (a, b) => (a[0]?.resultReceived ?? 0) - (b[0]?.resultReceived ?? 0),
  );
  let next = 0;
  let freeAt = Number.NEGATIVE_INFINITY;
  for (const message of messages) {
    const first = message[0];
    const last = message.at(-1);
    if (first === undefined || last === undefined) continue;
    // Before the first message: what the call itself dispatches.
    const before = dispatchedUntil(chunks, next, first.resultReceived);
    addDispatches(samples, before.list);
    next = before.next;
    freeAt = Math.max(freeAt, before.list.at(-1)?.sent ?? freeAt);
    if (first.resultSent < freeAt) samples.waited.push(Math.max(0, first.resultReceived - freeAt));
    else if (samples.messages > 0) {
      // The first one may have come while the call itself was still at work.
      const bytes = sumOf(message, ({ resultBytes }) => resultBytes);
      samples.flights.push({ bytes, ns: first.resultReceived - first.resultSent });
    }
    const during = dispatchedUntil(chunks, next, first.readBegin);
    addDispatches(samples, during.list);
    next = during.next;
    const sent = during.list.at(-1);
    samples.before.push((during.list[0]?.dumpsBegin ?? first.readBegin) - first.resultReceived);
    if (sent !== undefined) samples.posts.push({ bytes: leftToPost(during.list), ns: first.readBegin - sent.sent });
    for (const [index, { readBegin, readGapsNs }] of message.entries()) {
      samples.readGapsNs += readGapsNs + (index === 0 ? 0 : readBegin - (message[index - 1]?.readEnd ?? readBegin));
    }
    samples.tasks += sumOf(message, ({ tasks }) => tasks);
    samples.messages++;
    freeAt = last.readEnd;
  }
  return samples;
}

/** Chunks that the caller began to pickle before a moment. */
function dispatchedUntil(chunks: readonly ChunkFacts[], from: number, until: number) {
  let next = from;
  while (next < chunks.length && (chunks[next]?.dumpsBegin ?? Number.POSITIVE_INFINITY) < until) next++;
  return { list: chunks.slice(from, next), next };
}

/** Chunks that were dispatched one right after the other: what lies between them is the work for one. */
function addDispatches({ dispatches, posts }: CallerSamples, list: readonly ChunkFacts[]): void {
  for (const [index, chunk] of list.entries()) {
    const before = list[index - 1];
    if (before === undefined) continue;
    const gapNs = chunk.dumpsBegin - before.sent;
    if (before.argsBytes >= BULK_FROM_BYTES) posts.push({ bytes: before.argsBytes, ns: gapNs });
    else dispatches.push(gapNs + (chunk.sent - chunk.dumpsEnd));
  }
}

/** Bytes that leave when all is pickled: large ones before have left. */
function leftToPost(list: readonly ChunkFacts[]): number {
  const last = list.at(-1)?.argsBytes ?? 0;
  return last >= BULK_FROM_BYTES
    ? last
    : sumOf(list, ({ argsBytes }) => (argsBytes >= BULK_FROM_BYTES ? 0 : argsBytes));
}

function takeCosts({ waited, before, readGapsNs, tasks, messages }: CallerSamples) {
  const waitedNs = meanCost(waited, USUAL_TAKE_NS);
  const perMessage = messages === 0 ? 1 : tasks / messages;
  const ownNs = perMessage > 1 ? Math.min(waitedNs, MOST_TAKE_NS) : waitedNs;
  return {
    takeMessageNs: ownNs + meanCost(before, 0),
    takeTaskNs: (waitedNs - ownNs) / perMessage + Math.max(0, readGapsNs / Math.max(1, tasks)),
  };
}
