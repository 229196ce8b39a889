/** Names and looks of the parts of a worker's time. */

import { formatPercent } from '../../../../shared/format';
import type { BusyPart, BusyShare } from '../../../derive/charts/busy-shares';
import { PHASE_SWATCHES, type SwatchStyle } from '../../../timeline/phase-swatches';

export const BUSY_LABELS: Readonly<Record<BusyPart, string>> = {
  run: 'run',
  pickling: 'loads and dumps',
  waiting: 'waiting for work',
  boot: 'boot',
};

export const BUSY_SWATCHES: Readonly<Record<BusyPart, SwatchStyle>> = {
  run: PHASE_SWATCHES.run,
  pickling: PHASE_SWATCHES.dumpsArgs,
  waiting: PHASE_SWATCHES.queueWait,
  boot: { color: '--phase-boot', texture: 'dots' },
};

export function busyText({ pid, worker, ns }: BusyShare, stretchNs: number): string {
  const share = (part: BusyPart): string => `${BUSY_LABELS[part]} ${formatPercent(ns[part] / stretchNs)}`;
  return `${pid === null ? `Worker ${worker}` : `PID ${pid}`}: ${share('run')}, ${share('pickling')}, ${share('waiting')}, ${share('boot')}`;
}
