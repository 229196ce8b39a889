/** From when to when a run lasts, on the clock of its telemetry. */
import type { Facts } from '../store/facts';

export interface Extent {
  /** Zero of the time axis: when the first worker was started. */
  readonly originNs: number;
  /** The last thing known. */
  readonly endNs: number;
}

export function runExtent({ data, now, ended, calledAt }: Facts): Extent {
  // The first worker is started first; looking at all of them would cost with 10,000 replaced ones.
  const origin = data.workers[0]?.spawnedAt ?? calledAt ?? now;
  return { originNs: origin, endNs: Math.max(origin, now, ended?.at ?? 0) };
}
