/** Which figures there are of the run that is shown: what a run cannot have is left out, not shown as empty. */
import { isExperiment, isTrace } from '../derive/is-live';
import { runProgress } from '../derive/run-progress';
import type { Facts } from '../store/facts';

export type HeaderFigure = 'wall' | 'serial' | 'speed-up' | 'pickling' | 'observer' | 'processes';

const OF_A_POOL: readonly HeaderFigure[] = ['wall', 'serial', 'speed-up', 'pickling', 'observer'];

export function shownFigures(facts: Facts): readonly HeaderFigure[] {
  if (isExperiment(facts)) return processesOf(facts) > 0 ? ['wall', 'processes'] : ['wall'];
  // Who wrote a trace has not told what that cost.
  return isTrace(facts) ? ['wall', ...tracedFigures(facts)] : OF_A_POOL;
}

/** Of an experiment that has ended. NaN: it has not. */
export const processesOf = ({ ended }: Pick<Facts, 'ended'>): number => ended?.summary.pids.length ?? Number.NaN;

function tracedFigures(facts: Facts): readonly HeaderFigure[] {
  const { serialNs, pickling } = runProgress(facts);
  const pickles = pickling.dumpsNs.value + pickling.loadsNs.value > 0;
  return serialNs.value > 0 ? ['serial', 'speed-up', ...(pickles ? (['pickling'] as const) : [])] : [];
}
