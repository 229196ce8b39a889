/** What a person can do with lanes, whatever the way: keys, menus, the mouse on a label. */
import { COLOURINGS, GROUPINGS, LANE_SIZES, type LanePreferences } from '../../shared/settings';
import { saveSettings } from '../actions/save-settings';
import { laneGroupsOf } from '../derive/lane-groups';
import { arrangedOrder, movedTo } from '../derive/lane-order';
import { keyOfSliceLane, laneKeys } from '../derive/slices/slice-keys';
import { factsStore, laneStore, viewStore } from '../store';
import type { FactsStore } from '../store/facts';
import { type Arrangement, arrangementOf, asTheyCome, type LaneKey, type LaneStore } from '../store/lane-settings';
import { selectedRow, type ViewStore } from '../store/view';
import { MAX_HEIGHT, MIN_HEIGHT } from './lane-bands';
import { COLOUR_WORDS, GROUP_WORDS, laneName, SIZE_WORDS } from './lane-words';

export type LaneCommands = ReturnType<typeof createLaneCommands>;

interface LaneParts {
  readonly facts: FactsStore;
  readonly view: ViewStore;
  readonly lanes: LaneStore;
  /** Remembers preferences until the next start. */
  keep(preferences: LanePreferences): void;
}

export function createLaneCommands({ facts, view, lanes, keep }: LaneParts) {
  const prefer = (change: Partial<LanePreferences>, said: string): void => {
    lanes.setState({ ...change, said });
    const { groupBy, colourBy, laneSize, truth } = lanes.getState();
    keep({ groupBy, colourBy, laneSize, truth });
  };
  const groups = () => laneGroupsOf(facts.getState(), lanes.getState().groupBy);
  const arrangement = (): Arrangement => arrangementOf(lanes.getState());
  const order = (): readonly LaneKey[] =>
    arrangedOrder(laneKeys(facts.getState(), groups().order), arrangement().order);
  const arrange = (change: Partial<Arrangement>, said: string): void => {
    const { groupBy, arrangements } = lanes.getState();
    lanes.setState({ arrangements: { ...arrangements, [groupBy]: { ...arrangement(), ...change } }, said });
  };
  const nameOf = (key: LaneKey): string => laneName(lanes.getState().groupBy, key, facts.getState());

  return {
    keep,
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
    /** Shows or hides what kind of truth each lane is. */
    toggleTruth(): void {
      const truth = !lanes.getState().truth;
      prefer({ truth }, truth ? 'Lanes say where they come from' : 'Lanes no longer say where they come from');
    },
    /** The lane that keys are about: of the focused task, else of the selected one, else the first; null: there is none. */
    current(): LaneKey | null {
      const { slice } = view.getState();
      if (slice !== null) return keyOfSliceLane(slice.lane);
      const row = view.getState().focusedRow ?? selectedRow(view.getState());
      const key = row === null ? -1 : groups().keyOf(row);
      return key === -1 ? (order()[0] ?? null) : key;
    },
    name: nameOf,
    /** Folds a lane away to a line of its tasks' density, or unfolds it. */
    toggleCollapsed(key: LaneKey): void {
      const collapsed = new Set(arrangement().collapsed);
      const folded = !collapsed.delete(key);
      if (folded) collapsed.add(key);
      arrange({ collapsed }, `${nameOf(key)} ${folded ? 'collapsed' : 'expanded'}`);
    },
    /** @param by positions; positive: down */
    move(key: LaneKey, by: number): void {
      this.moveTo(key, order().indexOf(key) + by);
    },
    /** @param position among all lanes, the moved one included */
    moveTo(key: LaneKey, position: number): void {
      const moved = movedTo(order(), key, position);
      arrange({ order: moved }, `${nameOf(key)} is lane ${moved.indexOf(key) + 1} of ${moved.length}`);
    },
    /** @param height in CSS pixels; null: as the others */
    setHeight(key: LaneKey, height: number | null): void {
      const heights = new Map(arrangement().heights);
      if (height === null) heights.delete(key);
      else heights.set(key, Math.round(Math.min(Math.max(height, MIN_HEIGHT), MAX_HEIGHT)));
      const collapsed = new Set(arrangement().collapsed);
      collapsed.delete(key);
      arrange({ heights, collapsed }, `${nameOf(key)}: ${heights.get(key) ?? 'usual'} high`);
    },
    /** Shows one lane alone; null: all. */
    showOnly(only: LaneKey | null): void {
      arrange({ only }, only === null ? 'All lanes are shown' : `Only ${nameOf(only)} is shown`);
    },
    /** In the order in which they come, all of one height. */
    reset(): void {
      lanes.setState({ ...asTheyCome(), said: 'Lanes are as they come' });
    },
    /** Whether anything differs from lanes as they come. */
    isArranged(): boolean {
      return isArranged(arrangement());
    },
  };
}

export function isArranged({ order, collapsed, heights, only }: Arrangement): boolean {
  return order.length > 0 || collapsed.size > 0 || heights.size > 0 || only !== null;
}

function following<Value>(all: readonly Value[], value: Value): Value {
  return all[(all.indexOf(value) + 1) % all.length] ?? value;
}

/** Those of the running app. */
export const laneCommands: LaneCommands = createLaneCommands({
  facts: factsStore,
  view: viewStore,
  lanes: laneStore,
  keep: (lanes) => saveSettings({ lanes }),
});
