/** Why the costs of a machine may not be those of now. */
import type { Costs } from '../../../shared/break-even/costs';
import type { AppInfo } from '../../../shared/ipc';

/** Other programs that keep such a share of the cores busy change what is measured. */
const DISTURBED = 0.25;

/** One sentence; null: none. */
export function cautionOf(
  costs: Costs,
  info: Pick<AppInfo, 'cores' | 'cpuModel' | 'version' | 'electron'>,
): string | null {
  const { cores, cpuModel, app, runtime } = costs.machine;
  if (cores !== info.cores || cpuModel !== info.cpuModel) return 'That was on another machine: measure again.';
  if (app !== info.version || runtime !== info.electron) return 'That was with another version: measure again.';
  if (costs.otherBusyCores > cores * DISTURBED) {
    const busy = costs.otherBusyCores.toFixed(1);
    return `Other programs kept ${busy} of ${cores} cores busy: measure again without them.`;
  }
  return null;
}
