/**
 * Cuts a gap into what it is made of: each of its moments belongs to one cause. Goes along the moments of the chunk
 * before and the chunk after, and reads what the caller did in between from running sums.
 *
 *   end of work . result in flight . (waits for its turn) . taken - argument pickled . in flight . in the worker . begin
 */

import { BULK_FROM_BYTES } from '../../../shared/dispatch-rules';
import { isLoop } from '../../../shared/scenario';
import type { Facts } from '../../store/facts';
import { lowerBound, upperBound } from '../binary-search';
import { NO_ROW } from '../row-cursor';
import type { SpanSeries } from '../span-series';
import type { Cause, Share } from './answer';
import type { GapContext } from './gap-context';
import { predecessorOf, replacementOf } from './lane-gaps';
import { lastWorkEnd, tailBegin } from './tail';

/** Changes of the queue that are walked along in one gap; beyond them the rest counts as if tasks waited. */
const MOST_SAMPLES = 4096;

export function gapShares(context: GapContext): Share[] {
  const tally = new Tally(context);
  const { gap, record, facts } = context;
  if (record.exit !== null && gap.startNs >= record.exit.at) {
    tally.cut(gap.endNs, replacementOf(facts, record) === undefined ? 'gone' : 'replacement');
  } else {
    const boots = predecessorOf(facts, record) === undefined ? 'booting' : 'replacement';
    tally.cut(record.readyAt ?? Number.POSITIVE_INFINITY, boots);
    if (context.withinChunk) tally.cut(gap.endNs, 'in-worker');
    else tally.cutReady();
  }
  return tally.shares();
}

class Tally {
  private readonly sums = new Map<Cause, number>();
  private at: number;

  constructor(private readonly context: GapContext) {
    this.at = context.gap.startNs;
  }

  shares(): Share[] {
    this.joinRoundTrip();
    return [...this.sums].map(([cause, ns]) => ({ cause, ns })).sort((a, b) => b.ns - a.ns);
  }

  /** Everything up to a moment is down to one cause. */
  cut(until: number, cause: Cause): void {
    const to = Math.min(until, this.context.gap.endNs);
    if (!(to > this.at)) return;
    this.add(cause, to - this.at);
    this.at = to;
  }

  /** A worker that is ready. */
  cutReady(): void {
    const { facts, gap, record, next, taken, sent, received } = this.context;
    this.cut(facts.calledAt ?? Number.POSITIVE_INFINITY, 'not-called');
    const over = facts.ended?.at ?? Number.POSITIVE_INFINITY;
    if (isLoop(facts.started?.scenario?.engine)) {
      // A loop has no queue, and nothing is carried.
      this.cut(over, next === NO_ROW ? 'returning' : 'in-worker');
      this.cut(gap.endNs, 'over');
      return;
    }
    this.cut(firstSubmitted(facts), 'not-submitted');
    const exiting = record.exitingAt ?? Number.POSITIVE_INFINITY;
    if (next === NO_ROW) {
      this.waitAtEnd(Math.min(over, exiting, gap.endNs));
      this.cut(gap.endNs, exiting < over ? 'exiting' : 'over');
      return;
    }
    this.wait(Math.min(taken, gap.endNs));
    this.cut(sent, 'pickling-own');
    this.cutFlight(received);
    this.cut(gap.endNs, 'in-worker');
  }

  /** Small arguments wait in the caller until those of other workers are pickled too; large ones leave at once. */
  private cutFlight(received: number): void {
    const { gap, columns, next, nextEnd, index } = this.context;
    const to = Math.min(received, gap.endNs);
    if (!(to > this.at)) return;
    const held = this.isSmall(columns.argsBytes, next, nextEnd) ? timeBetween(index.caller.dumps, this.at, to) : 0;
    this.add('pickling-other', held);
    this.add('args-flight', to - this.at - held);
    this.at = to;
  }

  /** The worker gets no further task: first others do, then only what they have is left, then the call returns. */
  private waitAtEnd(to: number): void {
    const { facts, index } = this.context;
    const began = tailBegin(facts);
    this.wait(Math.min(began, to));
    const ended = lastWorkEnd(facts, index);
    if (ended > this.at) this.cut(Math.min(ended, to), 'tail');
    if (!(to > this.at)) return;
    this.split(to, 'returning');
  }

  /** Nothing was taken from the queue for this worker yet. */
  private wait(to: number): void {
    if (!(to > this.at)) return;
    this.cut(Math.min(this.context.submitted, to), 'nothing-queued');
    const { queueAt, queueDepth } = this.context.facts.data;
    let sample = upperBound(queueAt.array, queueAt.length, this.at) - 1;
    for (let walked = 0; this.at < to; sample++, walked++) {
      const more = sample + 1 < queueAt.length && walked < MOST_SAMPLES;
      const until = more ? Math.min(queueAt.array[sample + 1] ?? to, to) : to;
      const empty = sample >= 0 && queueDepth.array[sample] === 0 && (more || sample + 1 >= queueAt.length);
      if (empty) this.cut(until, 'nothing-queued');
      else if (until > this.at) this.split(until, this.isFull((this.at + until) / 2) ? 'look-ahead' : 'unknown');
    }
  }

  /** Tasks waited: the caller was busy, or did not know yet that the worker was free; or it is something else. */
  private split(to: number, otherwise: Cause): void {
    const { caller } = this.context.index;
    const from = this.at;
    const back = Math.min(Math.max(this.context.back, from), to);
    const dumps = timeBetween(caller.dumps, from, to);
    const loads = timeBetween(caller.loads, from, to);
    const flight = back - from - timeBetween(caller.dumps, from, back) - timeBetween(caller.loads, from, back);
    this.add('pickling-other', dumps);
    this.add('unpickling', loads);
    this.add('result-flight', flight);
    this.add(otherwise, to - from - dumps - loads - flight);
    this.at = to;
  }

  /** Whether `imap` had drawn as many tasks as it may before the caller takes more results. */
  private isFull(at: number): boolean {
    const { facts, index } = this.context;
    const { scenario, chunksize } = facts.started ?? {};
    const lookAhead = scenario?.call.lookAhead ?? null;
    if (lookAhead === null || !scenario?.call.method.startsWith('imap')) return false;
    const { deliveredAt } = facts.data;
    const drawn = index.caller.dumps.firstEndingAfter(at);
    const ahead = drawn - lowerBound(deliveredAt.array, deliveredAt.length, at);
    return ahead > 0 && ahead + (chunksize ?? 1) > lookAhead;
  }

  /** A small result and a small chunk: what is waited for is the way there and back, not what is carried. */
  private joinRoundTrip(): void {
    const { columns, before, next, nextEnd } = this.context;
    const result = this.sums.get('result-flight') ?? 0;
    const args = this.sums.get('args-flight') ?? 0;
    if (result === 0 || args === 0 || (columns.resultBytes[before] ?? 0) >= BULK_FROM_BYTES) return;
    if (!this.isSmall(columns.argsBytes, next, nextEnd)) return;
    this.sums.delete('result-flight');
    this.sums.delete('args-flight');
    this.sums.set('round-trip', result + args);
  }

  private isSmall(sizes: Uint32Array, first: number, end: number): boolean {
    let bytes = 0;
    for (let row = first; row < end && bytes < BULK_FROM_BYTES; row++) bytes += sizes[row] ?? 0;
    return bytes < BULK_FROM_BYTES;
  }

  private add(cause: Cause, ns: number): void {
    // Sums of many spans differ from their parts in the last figure.
    if (ns > 0.5) this.sums.set(cause, (this.sums.get(cause) ?? 0) + ns);
  }
}

/** When the call had its first task; rows are in order of dispatch. A call may have none. */
function firstSubmitted({ data: { table }, ended }: Facts): number {
  const first = table.length > 0 ? (table.columns.submitted[0] ?? Number.NaN) : Number.NaN;
  if (!Number.isNaN(first)) return first;
  return ended === null ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

const sums = new Float64Array(1);

/** Time that the spans of a series take up in a stretch. */
export function timeBetween(series: SpanSeries, from: number, to: number): number {
  if (!(to > from)) return 0;
  series.timeUntil(from, sums);
  const before = sums[0] ?? 0;
  series.timeUntil(to, sums);
  return Math.max(0, (sums[0] ?? 0) - before);
}
