/** Figures of a run, live and after it, each saying whether it was measured or derived. Cheap at any number of tasks. */
import type { Facts } from '../store/facts';
import type { RunIndex } from './run-index';
import { runIndexOf } from './run-index';

export interface Figure {
  /** NaN: not known yet. */
  readonly value: number;
  readonly kind: 'measured' | 'derived';
}

export interface RunProgress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly lost: number;
  /** From the call until it returned, or until now; ns. */
  readonly wallNs: Figure;
  /** Sum of all runs: how long one process would have computed; ns. */
  readonly serialNs: Figure;
  readonly speedup: Figure;
  /** Tasks completed per second, lately; over the whole run once it has ended. */
  readonly throughput: Figure;
  /** NaN when nothing has completed lately; 0 after the end. ns. */
  readonly remainingNs: Figure;
  /** Time that main spends on recording, as a share of wall time; 0..1. */
  readonly observer: Figure;
  readonly pickling: {
    readonly argsBytes: Figure;
    readonly resultBytes: Figure;
    readonly dumpsNs: Figure;
    readonly loadsNs: Figure;
    /** Dumps and loads as a share of them and all runs; 0..1. */
    readonly shareOfBusy: Figure;
  };
}

/** "Lately": long enough for a steady number, short enough to follow a change. */
const WINDOW_NS = 2e9;

const measured = (value: number): Figure => ({ value, kind: 'measured' });
const derived = (value: number): Figure => ({ value, kind: 'derived' });

export function runProgress(facts: Facts): RunProgress {
  const index = runIndexOf(facts);
  const { totals } = index;
  const { started, calledAt, ended, now, observerNs } = facts;
  const wallNs = calledAt === null ? Number.NaN : (ended?.at ?? now) - calledAt;
  const done = ended?.summary.tasks.completed ?? totals.completed;
  const failed = ended?.summary.tasks.failed ?? totals.failed + totals.cancelled;
  const total = started?.tasks ?? 0;
  const pickling = totals.dumpsNs + totals.loadsNs;
  const rate = ended === null ? recentRate(facts, index) : done / (wallNs / 1e9);
  const left = Math.max(0, total - done - failed);
  return {
    total,
    done,
    failed,
    lost: ended?.summary.tasks.lost ?? totals.lost,
    wallNs: measured(wallNs),
    serialNs: derived(totals.runNs),
    speedup: derived(wallNs > 0 ? totals.runNs / wallNs : Number.NaN),
    throughput: derived(rate),
    remainingNs: derived(ended !== null ? 0 : rate > 0 ? (left / rate) * 1e9 : Number.NaN),
    observer: measured(wallNs > 0 ? observerNs / wallNs : Number.NaN),
    pickling: {
      argsBytes: measured(totals.argsBytes),
      resultBytes: measured(totals.resultBytes),
      dumpsNs: measured(totals.dumpsNs),
      loadsNs: measured(totals.loadsNs),
      shareOfBusy: derived(pickling > 0 ? pickling / (pickling + totals.runNs) : 0),
    },
  };
}

/** Results read by the caller in the last two seconds, per second; NaN before the first. */
function recentRate({ calledAt, now }: Facts, { caller: { loads }, totals }: RunIndex): number {
  if (calledAt === null || now <= calledAt || totals.completed === 0) return Number.NaN;
  const from = Math.max(calledAt, now - WINDOW_NS);
  const recent = loads.length - loads.firstEndingAfter(from);
  // A plain loop reads no results, and tasks may take longer than the window: then the whole run counts.
  if (recent < 2) return totals.completed / ((now - calledAt) / 1e9);
  return recent / ((now - from) / 1e9);
}
