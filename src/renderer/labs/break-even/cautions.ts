/** Why the costs of a machine may not be those of now. */
import type { Costs } from '../../../shared/break-even/costs';
import type { AppInfo } from '../../../shared/ipc';

/** Two that compute at once on two cores and take so much longer were disturbed. */
const DISTURBED = 1.5;

/** One sentence; null: none. */
export function cautionOf(
  costs: Costs,
  info: Pick<AppInfo, 'cores' | 'cpuModel' | 'version' | 'electron'>,
): string | null {
  const { cores, cpuModel, app, runtime } = costs.machine;
  if (cores !== info.cores || cpuModel !== info.cpuModel) return 'That was on another machine: measure again.';
  if (app !== info.version || runtime !== info.electron) return 'That was with another version: measure again.';
  const two = costs.compute.find(({ workers }) => workers === 2);
  if (cores > 1 && two !== undefined && two.slow > DISTURBED) {
    return 'Other programs kept the cores busy meanwhile: close them and measure again.';
  }
  return null;
}
