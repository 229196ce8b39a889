/**
 * Why a worker had nothing to do: one sentence from recorded facts, and the spans that prove it. Says so where the
 * records do not show it.
 */
import { formatDuration } from '../../../shared/format';
import { nanos } from '../../../shared/units';
import type { Facts } from '../../store/facts';
import type { Evidence, Gap } from '../../store/view';
import type { Extent } from '../run-extent';
import type { RunIndex } from '../run-index';
import { SETUP_UNKNOWN } from '../setup-unknown';
import type { Answer, Cause, Share } from './answer';
import {
  FOR,
  type Said,
  sayArgsFlight,
  sayPicklingOther,
  sayPicklingOwn,
  sayResultFlight,
  sayRoundTrip,
  sayUnpickling,
} from './caller-causes';
import { type GapContext, gapContext } from './gap-context';
import { gapShares } from './gap-shares';
import { sayBooting, sayExiting, sayGone, sayInWorker, sayNotCalled, sayOver, sayReplacement } from './life-causes';
import { sayLookAhead, sayNothingQueued, sayNotSubmitted, sayReturning, sayTail } from './queue-causes';
import { SHORT_NS } from './short-gap';

/** A cause of more than this part of the gap is said to be the cause of all of it. */
const WHOLE = 0.95;

export function whyIdle(facts: Facts, index: RunIndex, gap: Gap): Answer {
  const gapNs = Math.max(0, gap.endNs - gap.startNs || 0);
  if (gapNs < SHORT_NS) {
    const least = formatDuration(SHORT_NS);
    const sentence = `This gap of ${formatDuration(gapNs)} is too short to explain: below ${least} the recording itself plays a part.`;
    return { sentence, cause: 'short', gapNs, shares: [], evidence: [] };
  }
  if (facts.started?.scenario === null) {
    const sentence = `${SETUP_UNKNOWN}, so why the worker was idle cannot be told from it.`;
    return { sentence, cause: 'unknown', gapNs, shares: [], evidence: [] };
  }
  const context = gapContext(facts, index, gap);
  const shares: readonly Share[] = context === null ? [] : gapShares(context);
  const [first] = shares;
  if (context === null || first === undefined) {
    const sentence = 'The records do not show why: nothing is known of a worker here.';
    return { sentence, cause: 'unknown', gapNs, shares, evidence: [] };
  }
  const { text, evidence } = SAY[first.cause](context, first.ns);
  return {
    sentence: sentenceOf(text, first.ns, gapNs),
    cause: first.cause,
    gapNs,
    shares,
    evidence: evidence.flatMap((span) => within(span, context.extent)),
  };
}

/** @param ns how much of the gap the cause accounts for: said where it is not all of it */
function sentenceOf(text: string, ns: number, gapNs: number): string {
  const whole = ns >= WHOLE * gapNs;
  const length = `${formatDuration(ns)}${whole ? '' : ` of the gap's ${formatDuration(gapNs)}`}`;
  const told = text.includes(FOR) || whole ? text.replace(FOR, `for ${length}`) : `${text} (${length})`;
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
}

function within(span: Evidence, { originNs, endNs }: Extent): Evidence[] {
  const start = Math.max(span.startNs, originNs);
  const end = Math.min(span.endNs, endNs);
  return end >= start ? [{ ...span, startNs: nanos(start), endNs: nanos(end) }] : [];
}

const SAY: Readonly<Record<Cause, (context: GapContext, ns: number) => Said>> = {
  booting: sayBooting,
  replacement: sayReplacement,
  gone: sayGone,
  'not-called': sayNotCalled,
  'not-submitted': sayNotSubmitted,
  'nothing-queued': sayNothingQueued,
  'look-ahead': sayLookAhead,
  'pickling-own': sayPicklingOwn,
  'pickling-other': sayPicklingOther,
  unpickling: sayUnpickling,
  'args-flight': sayArgsFlight,
  'result-flight': sayResultFlight,
  'round-trip': sayRoundTrip,
  'in-worker': sayInWorker,
  tail: sayTail,
  returning: sayReturning,
  over: sayOver,
  exiting: sayExiting,
  unknown: () => ({
    text: `the records do not show why: tasks were queued, and neither pickling nor a message accounts for the wait ${FOR}`,
    evidence: [],
  }),
};
