/** Commands about two runs: keep one beside, run it again, lay one over the other. */
import { canKeep } from '../actions/keep-beside';
import { besideStore, factsStore } from '../store';
import { compareStore } from '../store/compare';
import type { Command } from './command';

const comparing = (): boolean => besideStore.getState().started !== null;

export const compareCommands: readonly Command[] = [
  {
    id: 'compare',
    group: 'Run',
    text: 'Compare: keep this run beside the next, or let it go',
    chords: ['V'],
    act: ({ toggleBeside }) => toggleBeside(),
    applies: () => comparing() || canKeep(),
  },
  {
    id: 'run-again',
    group: 'Run',
    text: 'Run again: the shown run once more, next to it',
    chords: [],
    act: ({ runAgain }) => runAgain(),
    applies: canKeep,
  },
  {
    id: 'open-beside',
    group: 'Run',
    text: 'Compare: open a recording beside the run',
    chords: [],
    act: ({ openFile }) => openFile(null, true),
  },
  {
    id: 'compare-overlay',
    group: 'Timeline',
    text: 'Compare: lay run B over run A, or below it',
    chords: ['Shift+V'],
    act: () => {
      if (comparing()) compareStore.setState(({ overlaid }) => ({ overlaid: !overlaid }));
    },
    applies: comparing,
  },
  {
    id: 'compare-swap',
    group: 'Run',
    text: 'Compare: swap the two runs',
    chords: [],
    act: ({ swapRuns }) => swapRuns(),
    applies: () => comparing() && (factsStore.getState().started === null || canKeep()),
  },
  {
    id: 'compare-align',
    group: 'Timeline',
    text: 'Compare: align by the call, or by the first worker',
    chords: [],
    act: () => compareStore.setState(({ alignBy }) => ({ alignBy: alignBy === 'call' ? 'spawn' : 'call' })),
    applies: comparing,
  },
  {
    id: 'repeat',
    group: 'Run',
    text: 'Repeat what is compared, to know its noise',
    chords: [],
    act: ({ startRepeat }) => startRepeat(),
  },
];
