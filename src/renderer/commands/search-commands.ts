/** Commands of the search. */
import { focusSearch } from '../search/focus-search';
import { stepMatch } from '../search/step-match';
import { filterStore } from '../store/filter';
import type { Command } from './command';

const isSet = (): boolean => filterStore.getState().matches !== null;

export const searchCommands: readonly Command[] = [
  { id: 'search', group: 'Search', text: 'Search tasks', chords: ['/', 'Mod+F'], act: () => focusSearch() },
  {
    id: 'next-match',
    group: 'Search',
    text: 'Select the next match',
    chords: ['.'],
    act: () => void stepMatch('next'),
    applies: isSet,
  },
  {
    id: 'previous-match',
    group: 'Search',
    text: 'Select the previous match',
    chords: [','],
    act: () => void stepMatch('previous'),
    applies: isSet,
  },
  {
    id: 'clear-search',
    group: 'Search',
    text: 'Clear the search',
    chords: [],
    act: () => filterStore.setText(''),
    applies: () => filterStore.getState().text !== '',
  },
];
