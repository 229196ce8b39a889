/**
 * The gaps in a worker's lane, numbered in order: while it boots, before each task, after the last one, and from its
 * death until its slot has a worker again. Found by search, whatever the length of the run.
 */
import type { WorkerRecord } from '../../../shared/telemetry';
import { nanos } from '../../../shared/units';
import type { Facts } from '../../store/facts';
import type { Gap } from '../../store/view';
import type { LaneIndex } from '../lane-index';
import { NO_ROW } from '../row-cursor';
import { runExtent } from '../run-extent';
import type { RunIndex } from '../run-index';
import { SHORT_NS } from './short-gap';

/** Gaps that are passed over in one step: a lane of short tasks may have any number that are too short to explain. */
const MOST_PASSED = 200_000;

export class LaneGaps {
  private readonly lane: LaneIndex | undefined;
  private readonly spans: number;
  /** Until when the worker lived, as far as is known. */
  private readonly lifeEnd: number;
  private readonly ready: number;

  private constructor(
    private readonly facts: Facts,
    index: RunIndex,
    private readonly record: WorkerRecord,
  ) {
    this.lane = index.lanes[record.index];
    this.spans = this.lane?.work.length ?? 0;
    this.lifeEnd = Math.max(record.spawnedAt, record.exit?.at ?? runExtent(facts).endNs);
    this.ready = Math.max(record.spawnedAt, Math.min(record.readyAt ?? this.lifeEnd, this.lifeEnd));
  }

  /** @returns null for a worker that has not been heard of */
  static of(facts: Facts, index: RunIndex, worker: number): LaneGaps | null {
    const record = facts.data.workers[worker];
    return record === undefined ? null : new LaneGaps(facts, index, record);
  }

  /** The gap around a moment; null: the worker was at a task, or there was none. */
  at(atNs: number): Gap | null {
    const number = this.numberAt(atNs);
    const gap = this.get(number);
    return gap !== null && atNs >= gap.startNs && atNs <= gap.endNs ? gap : null;
  }

  /** The first gap that is long enough to explain and ends after a moment; null: there is none. */
  from(atNs: number): Gap | null {
    return this.search(this.numberAt(atNs), 1);
  }

  /** The next gap long enough to explain, or the one before; null: there is none. */
  beside(gap: Gap, by: 1 | -1): Gap | null {
    return this.search(this.numberAt((gap.startNs + gap.endNs) / 2) + by, by);
  }

  /** Gaps between two moments, evenly spread over their number, each with how many it stands for. */
  sample(fromNs: number, toNs: number, most: number): { readonly gap: Gap; readonly weight: number }[] {
    const first = this.numberAt(fromNs);
    const count = this.numberAt(toNs) - first + 1;
    const taken = Math.min(count, most);
    const found: { gap: Gap; weight: number }[] = [];
    for (let i = 0; i < taken; i++) {
      const gap = this.get(first + Math.floor(((i + 0.5) * count) / taken));
      if (gap === null) continue;
      const startNs = nanos(Math.max(gap.startNs, fromNs));
      const endNs = nanos(Math.min(gap.endNs, toNs));
      if (endNs > startNs) found.push({ gap: { ...gap, startNs, endNs }, weight: count / taken });
    }
    return found;
  }

  private search(first: number, by: 1 | -1): Gap | null {
    for (let number = first, passed = 0; passed < MOST_PASSED; number += by, passed++) {
      if (number < 0 || number > this.spans + 2) return null;
      const gap = this.get(number);
      if (gap !== null && gap.endNs - gap.startNs >= SHORT_NS) return gap;
    }
    return null;
  }

  /** Number of the gap around a moment, or of the one before the task that surrounds it. */
  private numberAt(atNs: number): number {
    if (atNs < this.ready) return 0;
    if (this.record.exit !== null && atNs >= this.lifeEnd) return this.spans + 2;
    return 1 + (this.lane?.work.firstEndingAfter(atNs) ?? 0);
  }

  /** Gap 0: boot; 1 to spans + 1: before each task and after the last; spans + 2: after the worker's death. */
  private get(number: number): Gap | null {
    if (number === 0) return this.gap(this.record.spawnedAt, this.ready);
    if (number === this.spans + 2) return this.afterDeath();
    if (number < 0 || number > this.spans + 1) return null;
    const from = number === 1 ? this.ready : this.endOf(number - 2);
    return this.gap(Math.max(from, this.ready), Math.min(this.beginOf(number - 1), this.lifeEnd));
  }

  private afterDeath(): Gap | null {
    const { ended } = this.facts;
    // After the call no process is missed.
    if (this.record.exit === null || (ended !== null && this.lifeEnd >= ended.at)) return null;
    const { endNs } = runExtent(this.facts);
    const next = replacementOf(this.facts, this.record);
    return this.gap(this.lifeEnd, next === undefined ? endNs : (next.readyAt ?? next.exit?.at ?? endNs));
  }

  private endOf(span: number): number {
    const work = this.lane?.work;
    return work?.momentsOf(span)[work.parts] ?? this.ready;
  }

  /** When a task began; the task after the last one is the one that the worker is at. */
  private beginOf(span: number): number {
    if (this.lane === undefined) return this.lifeEnd;
    if (span < this.spans) return this.lane.work.momentsOf(span)[0] ?? this.lifeEnd;
    const current = this.lane.current();
    return current === NO_ROW ? this.lifeEnd : this.lane.beginOf(current);
  }

  /** null: there is no time between the two. */
  private gap(startNs: number, endNs: number): Gap | null {
    return endNs > startNs ? { worker: this.record.index, startNs: nanos(startNs), endNs: nanos(endNs) } : null;
  }
}

/** The process that took a dead one's slot. */
export function replacementOf({ data }: Facts, { slot, index }: WorkerRecord): WorkerRecord | undefined {
  for (let next = index + 1; next < data.workers.length; next++) {
    if (data.workers[next]?.slot === slot) return data.workers[next];
  }
  return undefined;
}

/** The process whose slot a worker took. */
export function predecessorOf({ data }: Facts, { slot, index }: WorkerRecord): WorkerRecord | undefined {
  for (let former = index - 1; former >= 0; former--) {
    if (data.workers[former]?.slot === slot) return data.workers[former];
  }
  return undefined;
}
