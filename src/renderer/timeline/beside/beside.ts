/** The run beside, for the running app: its view, commands, lanes, filter and notes, kept in step with the shown run's. */
import { nanos } from '../../../shared/units';
import { player } from '../../playback/app-player';
import { besideStore, factsStore, laneStore, playbackStore, viewStore } from '../../store';
import { createChaptersStore } from '../../store/chapters';
import { compareStore } from '../../store/compare';
import { createFilterStore, filterStore } from '../../store/filter';
import { createLaneStore } from '../../store/lane-settings';
import { createNotesStore } from '../../store/notes';
import { createViewStore } from '../../store/view';
import { timelineCommands } from '../commands';
import { createLaneCommands, laneCommands } from '../lane-commands';
import { alignment } from './alignment';
import { createBesideCommands, sharedView } from './beside-view';

export const besideView = createViewStore();
export const besideLanes = createLaneStore();
export const besideNotes = createNotesStore(besideStore);
export const besideChapters = createChaptersStore(besideStore);
const besideFilter = createFilterStore(besideStore);

const offsetNs = (): number => alignment()?.offsetNs ?? 0;

const besideCommands = createBesideCommands(timelineCommands, besideStore, besideView, offsetNs);

export const besideRun = {
  /** A replay of the shown run replays both, on aligned clocks. */
  playback: {
    getState: () => {
      const { atNs } = playbackStore.getState();
      return { atNs: atNs === null ? null : nanos(atNs + offsetNs()) };
    },
  },
  seek: (atNs: number): void => player.seek(atNs - offsetNs()),
  facts: besideStore,
  view: besideView,
  lanes: besideLanes,
  notes: besideNotes,
  filter: besideFilter,
  chapters: besideChapters,
  goToChapter: (index: number): void => {
    const chapter = besideChapters.getState().chapters[index];
    if (chapter !== undefined) besideCommands.reveal(chapter.atNs, chapter.atNs);
  },
  commands: besideCommands,
  laneCommands: createLaneCommands({
    facts: besideStore,
    view: besideView,
    lanes: besideLanes,
    // Height and colours are those of the shown run's lanes.
    keep: (preferences) => {
      laneStore.setState(preferences);
      laneCommands.keep(preferences);
    },
  }),
};

/** Keeps it in step while it is looked at. @returns a function that ends it */
export function followShown(): () => void {
  const time = (): void => {
    const aligned = alignment();
    if (aligned === null) return;
    const { viewport, range, measure, followLive, tool } = besideView.getState();
    const wanted = sharedView(viewStore.getState(), aligned.offsetNs);
    const moved = wanted.viewport.startNs !== viewport.startNs || wanted.viewport.endNs !== viewport.endNs;
    const marked = JSON.stringify([wanted.range, wanted.measure]) !== JSON.stringify([range, measure]);
    if (moved || marked || wanted.followLive !== followLive || wanted.tool !== tool) besideView.setState(wanted);
  };
  const lanes = (): void => {
    const { groupBy, colourBy, laneSize, truth, fitted } = laneStore.getState();
    const own = besideLanes.getState();
    const same = own.groupBy === groupBy && own.colourBy === colourBy && own.laneSize === laneSize;
    const told = own.truth === truth && own.fitted === fitted;
    if (!same || !told) besideLanes.setState({ groupBy, colourBy, laneSize, truth, fitted });
  };
  const search = (): void => {
    const { text } = filterStore.getState();
    if (besideFilter.getState().text !== text) besideFilter.setText(text);
  };
  time();
  lanes();
  search();
  const endings = [
    viewStore.subscribe(time),
    factsStore.subscribe(time),
    besideStore.subscribe(time),
    compareStore.subscribe(time),
    laneStore.subscribe(lanes),
    filterStore.subscribe(search),
  ];
  return () => {
    for (const end of endings) end();
    besideFilter.setText('');
  };
}
