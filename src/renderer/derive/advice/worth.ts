/** What is worth advising, and the words that findings share. */
import { BULK_FROM_BYTES } from '../../../shared/dispatch-rules';
import { formatDuration } from '../../../shared/format';
import type { Cause } from '../why-idle/answer';
import type { RunFigures } from './run-figures';

/** Below this part of wall time a run differs as much from the next one by itself. */
const LEAST_SHARE = 0.05;
/** Nobody waits for less. */
const LEAST_NS = 1e6;

/** Whether a saving is more than chance, and more than nothing. */
export function isWorth(savesNs: number, { wallNs }: RunFigures): boolean {
  return savesNs >= LEAST_NS && savesNs >= LEAST_SHARE * wallNs;
}

/** `Would save about 210 ms of 912 ms`. */
export function savesWords(savesNs: number, { wallNs }: RunFigures): string {
  return `Would save about ${formatDuration(savesNs)} of ${formatDuration(wallNs)}`;
}

/** Single calls have no chunks. */
export function hasChunks({ scenario: { call } }: RunFigures): boolean {
  return call.method !== 'apply' && call.method !== 'apply-async';
}

/** Small messages cost the way there and back; what large ones cost grows with them. */
export function areSmall({ summary, chunks }: RunFigures): boolean {
  const { argsBytes, resultBytes } = summary.pickling;
  return Math.max(argsBytes, resultBytes) / chunks < BULK_FROM_BYTES;
}

/** Waiting for a message of which nothing is large. */
export const ON_THE_WAY = ['round-trip', 'args-flight', 'result-flight'] as const satisfies readonly Cause[];
