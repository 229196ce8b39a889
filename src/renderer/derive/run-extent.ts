/** From when to when a run lasts, on the clock of its telemetry. */
import type { Facts } from '../store/facts';

export interface Extent {
  /** Zero of the time axis: when the first worker was started; of a trace the first that it has. */
  readonly originNs: number;
  /** The last thing known. */
  readonly endNs: number;
}

export function runExtent({ data, now, ended, calledAt }: Facts): Extent {
  const { beginNs, endNs } = data.slices;
  // The first worker is started first; looking at all of them would cost with 10,000 replaced ones.
  const first = data.workers[0]?.spawnedAt ?? calledAt ?? now;
  const origin = beginNs < first ? beginNs : first;
  return { originNs: origin, endNs: Math.max(origin, now, ended?.at ?? 0, endNs || 0) };
}
