/** Puts together what a race is drawn from. */

import type { EngineName } from '../../../shared/scenario';
import { raceLayout } from '../../derive/race/race-layout';
import type { Facts } from '../../store/facts';
import type { ThemeColors } from '../../timeline/theme';
import type { RacePicture } from './draw-race';
import type { RaceState } from './race-store';
import type { RaceView } from './race-view-store';
import { clockEnd, shownHeats } from './shown-heats';

export interface PictureParts {
  readonly state: RaceState;
  readonly view: RaceView;
  readonly facts: Facts;
  readonly colors: ThemeColors;
  readonly widthPx: number;
}

/** The whole picture; whoever draws a part of it says which. */
export function pictureOf({ state, view: { focus }, facts, colors, widthPx }: PictureParts): RacePicture {
  const heats = shownHeats(state, facts);
  const slots = state.contestants.map(({ scenario: { engine, pool } }, at) => {
    return Math.max(heats[at]?.slots ?? 1, engine === 'serial' ? 1 : pool.processes);
  });
  const layout = raceLayout(widthPx, slots);
  return {
    layout,
    labels: state.contestants.map(({ label }) => label),
    lanes: slots.map((count, at) => laneWords(state.contestants[at]?.scenario.engine, count)),
    heats,
    running: state.running?.contestant ?? -1,
    endNs: clockEnd(state, heats),
    colors,
    marked: focus === null ? null : (heats[focus.contestant]?.rows.task[focus.row] ?? null),
    topPx: 0,
    heightPx: layout.heightPx,
    widthPx,
  };
}

function laneWords(engine: EngineName | undefined, slots: number): string {
  if (engine === 'serial') return 'loop';
  if (engine === 'async') return 'in flight';
  return slots === 1 ? 'worker' : 'workers';
}
