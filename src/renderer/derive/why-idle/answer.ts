/** What is answered to "why idle?": one sentence, the figures behind it, and the spans that prove it. */
import type { Evidence } from '../../store/view';

/** Why a worker had nothing to do. One gap may have several of these, one after the other. */
export const CAUSES = [
  'booting',
  'replacement',
  'gone',
  'not-called',
  'not-submitted',
  'nothing-queued',
  'look-ahead',
  'pickling-own',
  'pickling-other',
  'unpickling',
  'args-flight',
  'result-flight',
  'round-trip',
  'in-worker',
  'tail',
  'returning',
  'over',
  'exiting',
  'unknown',
] as const;
export type Cause = (typeof CAUSES)[number];

export const CAUSE_LABELS: Readonly<Record<Cause, string>> = {
  booting: 'booting',
  replacement: 'replacement booting',
  gone: 'no process',
  'not-called': 'before the call',
  'not-submitted': 'before the first task',
  'nothing-queued': 'nothing queued',
  'look-ahead': 'look-ahead reached',
  'pickling-own': 'its argument pickled',
  'pickling-other': 'other arguments pickled',
  unpickling: 'results unpickled',
  'args-flight': 'argument in flight',
  'result-flight': 'result in flight',
  'round-trip': 'round trip',
  'in-worker': 'in the worker',
  tail: 'tail of the run',
  returning: 'the call returning',
  over: 'after the call',
  exiting: 'asked to exit',
  unknown: 'not recorded',
};

/** How much of a gap a cause accounts for. */
export interface Share {
  readonly cause: Cause;
  readonly ns: number;
}

export interface Answer {
  readonly sentence: string;
  /** The cause that the sentence names; `short`: none, the gap is too short. */
  readonly cause: Cause | 'short';
  readonly gapNs: number;
  /** Everything that the gap is made of, the largest first. */
  readonly shares: readonly Share[];
  readonly evidence: readonly Evidence[];
}
