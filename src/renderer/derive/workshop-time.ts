/** How a workshop keeps to its time. All of it in ms. */

export interface WorkshopTime {
  /** In the present step. */
  readonly spent: number;
  readonly planned: number;
  /** In all steps. */
  readonly allSpent: number;
  readonly allPlanned: number;
  /** More spent than was planned for what has been gone through; negative: less. */
  readonly behind: number;
}

const MINUTE_MS = 60_000;

/**
 * Steps before the present one count with all of their minutes, the present one with as many as were spent in it: only
 * then is nobody ahead or behind who keeps to the plan.
 * @param minutes planned for each step @param spentMs in each step @param step the present one, from 0
 */
export function workshopTime(minutes: readonly number[], spentMs: readonly number[], step: number): WorkshopTime {
  const planned = (minutes[step] ?? 0) * MINUTE_MS;
  const spent = spentMs[step] ?? 0;
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const allSpent = sum(spentMs);
  const gone = sum(minutes.slice(0, step)) * MINUTE_MS + Math.min(spent, planned);
  return { spent, planned, allSpent, allPlanned: sum(minutes) * MINUTE_MS, behind: allSpent - gone };
}

/** Minutes and seconds, as on a clock: `4:07`, `61:00`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole minutes: less than one says nothing. */
export function paceText(behindMs: number): string {
  const minutes = Math.floor(Math.abs(behindMs) / MINUTE_MS);
  if (minutes === 0) return 'on time';
  return `${minutes} min ${behindMs > 0 ? 'behind' : 'ahead'}`;
}
