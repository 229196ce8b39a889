/** How figures of a whole run were come by, which depends on whose run it is: a pool's, an experiment's, another tool's. */
import { isExperiment, isTrace } from '../derive/is-live';
import type { Facts } from '../store/facts';
import type { MethodId } from './methods';

type Told = Pick<Facts, 'started'>;

export function wallTruth(facts: Told): MethodId {
  if (isTrace(facts)) return 'wall.trace';
  return isExperiment(facts) ? 'wall.experiment' : 'wall';
}

/** Of the line that says how it went. */
export function statusTruth(facts: Told): MethodId {
  if (isTrace(facts)) return 'status.trace';
  return isExperiment(facts) ? 'status.experiment' : 'status.end';
}
