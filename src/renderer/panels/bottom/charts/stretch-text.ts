/** Which part of a run a chart shows, as its title says it. */
import { formatCount, formatDuration } from '../../../../shared/format';
import type { Scope } from '../../../derive/charts/scope';
import { runExtent } from '../../../derive/run-extent';
import type { Facts } from '../../../store/facts';

/** @param follows the chart shows what the timeline shows */
export function stretchText(facts: Facts, scope: Scope, follows: boolean): string {
  if (scope === null) return follows ? 'as the timeline shows' : facts.ended === null ? 'so far' : 'the whole run';
  const { originNs } = runExtent(facts);
  const time = `${formatDuration(scope.startNs - originNs)} to ${formatDuration(scope.endNs - originNs)}`;
  if (scope.workers === null) return time;
  const [only] = scope.workers;
  const pid = only === undefined ? undefined : facts.data.workers[only]?.pid;
  if (scope.workers.length === 1 && pid !== undefined && pid !== null) return `${time}, PID ${pid}`;
  return `${time}, ${formatCount(scope.workers.length)} workers`;
}
