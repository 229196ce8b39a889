/**
 * Below this a gap is not explained: workers and caller read one monotonic clock, but reading it, leaving the mark of a
 * task and noting its moments take a µs or two on either side of a gap.
 */
export const SHORT_NS = 5e3;
