/** Commands that ask the records why. */
import { factsStore, viewStore } from '../store';
import { type AskContext, askBeside, askNext, gapBeside, showEvidence } from '../timeline/ask-why';
import { timelineCommands } from '../timeline/commands';
import type { Command } from './command';

export const askContext: AskContext = { commands: timelineCommands, facts: factsStore, view: viewStore };

const hasGap = (by: 1 | -1): boolean => {
  const { gap } = viewStore.getState();
  return gap !== null && gapBeside(askContext, gap, by) !== null;
};

export const answerCommands: readonly Command[] = [
  {
    id: 'why-idle',
    group: 'Timeline',
    text: 'Why idle? Ask about the next gap of the lane',
    chords: ['Y'],
    act: () => askNext(askContext),
    applies: () => factsStore.getState().started !== null,
  },
  {
    id: 'why-idle-before',
    group: 'Timeline',
    text: 'Why idle? Ask about the gap before',
    chords: [],
    act: () => askBeside(askContext, -1),
    applies: () => hasGap(-1),
  },
  {
    id: 'show-evidence',
    group: 'Timeline',
    text: 'Show what proves the answer',
    chords: [],
    act: () => showEvidence(askContext),
    applies: () => viewStore.getState().gap !== null,
  },
];
