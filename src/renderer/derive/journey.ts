/** The journey of one task as pieces side by side, from submitted to delivered. */
import { INTERVALS, type Phase, type PhaseInterval } from '../../shared/phases';
import type { Moment, TaskColumns } from '../../shared/telemetry';

/** How wide a piece is for its time. `root`: a µs stays visible beside a second. */
export const JOURNEY_SCALES = ['root', 'linear'] as const;
export type JourneyScale = (typeof JOURNEY_SCALES)[number];

export interface JourneyPiece {
  /** The moment at which it begins: no two pieces have the same. */
  readonly from: Moment;
  readonly phase: Phase;
  readonly side: PhaseInterval['side'];
  readonly nanos: number;
  /** Shares of the whole width; 0..1. */
  readonly start: number;
  readonly width: number;
}

/** Pieces that took time, in order; together they are as wide as the whole. Empty before the first has ended. */
export function journey(columns: TaskColumns, row: number, scale: JourneyScale): JourneyPiece[] {
  const lengths = INTERVALS.map(
    ({ from, to }) => Math.max(0, (columns[to][row] ?? 0) - (columns[from][row] ?? 0)) || 0,
  );
  const weights = scale === 'linear' ? lengths : lengths.map(Math.sqrt);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let start = 0;
  return INTERVALS.flatMap(({ from, phase, side }, index) => {
    const nanos = lengths[index] ?? 0;
    if (nanos === 0) return [];
    const width = (weights[index] ?? 0) / sum;
    start += width;
    return { from, phase, side, nanos, start: start - width, width };
  });
}
