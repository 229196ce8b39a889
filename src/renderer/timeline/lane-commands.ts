/** What a person can do with lanes, whatever the way: keys, menus, the mouse on a label. */
import { COLOURINGS, GROUPINGS, LANE_SIZES, type LanePreferences } from '../../shared/settings';
import { saveSettings } from '../actions/save-settings';
import { laneStore } from '../store';
import type { LaneStore } from '../store/lane-settings';
import { COLOUR_WORDS, GROUP_WORDS, SIZE_WORDS } from './lane-words';

export type LaneCommands = ReturnType<typeof createLaneCommands>;

/** @param keep remembers preferences until the next start */
export function createLaneCommands(lanes: LaneStore, keep: (preferences: LanePreferences) => void) {
  const prefer = (change: Partial<LanePreferences>, said: string): void => {
    lanes.setState({ ...change, said });
    const { groupBy, colourBy, laneSize } = lanes.getState();
    keep({ groupBy, colourBy, laneSize });
  };
  return {
    group(groupBy: LanePreferences['groupBy']): void {
      prefer({ groupBy }, `Lanes by ${GROUP_WORDS[groupBy]}`);
    },
    nextGroup(): void {
      this.group(following(GROUPINGS, lanes.getState().groupBy));
    },
    colour(colourBy: LanePreferences['colourBy']): void {
      prefer({ colourBy }, `Colours by ${COLOUR_WORDS[colourBy]}`);
    },
    nextColour(): void {
      this.colour(following(COLOURINGS, lanes.getState().colourBy));
    },
    resize(laneSize: LanePreferences['laneSize']): void {
      prefer({ laneSize }, `Lanes are ${SIZE_WORDS[laneSize]}`);
    },
    nextSize(): void {
      this.resize(following(LANE_SIZES, lanes.getState().laneSize));
    },
  };
}

function following<Value>(all: readonly Value[], value: Value): Value {
  return all[(all.indexOf(value) + 1) % all.length] ?? value;
}

/** Those of the running app. */
export const laneCommands: LaneCommands = createLaneCommands(laneStore, (lanes) => saveSettings({ lanes }));
