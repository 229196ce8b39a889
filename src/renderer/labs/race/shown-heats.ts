/** The heat of each contestant that its picture shows: the one that runs, else its latest. */
import { type Heat, heatOf } from '../../derive/race/heat';
import type { Facts } from '../../store/facts';
import type { RaceState } from './race-store';

/** Of facts that have not changed since the last frame there is nothing new to find out. */
const known = new WeakMap<Facts, Heat>();

function liveHeat(facts: Facts): Heat {
  const heat = known.get(facts) ?? heatOf(facts);
  known.set(facts, heat);
  return heat;
}

export function shownHeats({ heats, running }: RaceState, facts: Facts): readonly (Heat | undefined)[] {
  const live = running?.runId !== null && running?.runId === facts.started?.runId ? running?.contestant : undefined;
  return heats.map((kept, contestant) => (contestant === live ? liveHeat(facts) : kept.at(-1)));
}

/** The end of the one clock of all heats; ns. */
export function clockEnd(state: RaceState, shown: readonly (Heat | undefined)[]): number {
  const lengths = [...state.heats.map((kept) => kept.at(-1)), ...shown].map((heat) => heat?.lengthNs ?? 0);
  return Math.max(1e6, ...lengths);
}
