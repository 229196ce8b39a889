/** How the race stands, in a sentence. */
import { formatDuration } from '../../../shared/format';
import { heatFigures } from '../../derive/race/heat-figures';
import { caveats, runningWords } from '../race/race-standing';
import type { RaceState } from '../race/race-store';

export function raceStatus(state: RaceState): string {
  return runningWords(state) ?? [soonestWords(state), caveats(state)].filter((words) => words !== '').join(' ');
}

function soonestWords({ contestants, heats }: RaceState): string {
  const ended = contestants.flatMap(({ label }, at) => {
    const heat = heats[at]?.filter(({ status }) => status === 'completed').at(-1);
    // A call that raised has given nothing to the caller: it is neither first nor done.
    return heat === undefined || heat.deliveredOrder.length === 0 ? [] : [{ label, ...heatFigures(heat) }];
  });
  const first = least(ended, ({ firstNs }) => firstNs);
  const shortest = least(ended, ({ wallNs }) => wallNs);
  if (first === undefined || shortest === undefined) return '';
  const soonest = `First result soonest: ${first.label}, after ${formatDuration(first.firstNs)}.`;
  return `${soonest} Done soonest: ${shortest.label}, after ${formatDuration(shortest.wallNs)}.`;
}

function least<Item>(items: readonly Item[], of: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || of(item) < of(best) ? item : best),
    undefined,
  );
}
