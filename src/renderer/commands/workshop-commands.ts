/** Commands about workshops. */
import { toggleNotes } from '../actions/toggle-notes';
import { workshopStore } from '../store/workshop';
import type { Command } from './command';

/** A dialog about it is a place of its own. */
const isOpen = (): boolean => {
  const { workshop, editing, listShown, leaving } = workshopStore.getState();
  return workshop !== null && !editing && !listShown && leaving === null;
};

export const workshopCommands: readonly Command[] = [
  {
    id: 'workshops',
    group: 'Workshops',
    text: 'Choose a workshop',
    chords: ['Mod+Shift+W'],
    act: ({ workshops }) => workshops.showList(true),
  },
  {
    id: 'workshop-next',
    group: 'Workshops',
    text: 'Go to the next step of the workshop',
    chords: ['Mod+]'],
    act: ({ workshops }) => workshops.next(),
    applies: isOpen,
  },
  {
    id: 'workshop-previous',
    group: 'Workshops',
    text: 'Go to the step before',
    chords: ['Mod+['],
    act: ({ workshops }) => workshops.previous(),
    applies: isOpen,
  },
  {
    id: 'workshop-notes',
    group: 'Workshops',
    text: 'Show or hide the notes for the teacher',
    chords: [],
    act: toggleNotes,
    applies: isOpen,
  },
  {
    id: 'workshop-edit',
    group: 'Workshops',
    text: 'Edit the workshop',
    chords: [],
    act: ({ workshops }) => workshops.edit(true),
    applies: isOpen,
  },
  {
    id: 'workshop-save',
    group: 'Workshops',
    text: 'Save the workshop',
    chords: [],
    act: ({ workshops }) => workshops.save(false),
    applies: isOpen,
  },
  {
    id: 'workshop-save-as',
    group: 'Workshops',
    text: 'Save the workshop as…',
    chords: [],
    act: ({ workshops }) => workshops.save(true),
    applies: isOpen,
  },
  {
    id: 'workshop-new',
    group: 'Workshops',
    text: 'Make a new workshop',
    chords: [],
    act: ({ workshops }) => workshops.create(),
  },
  {
    id: 'workshop-end',
    group: 'Workshops',
    text: 'End the workshop',
    chords: [],
    act: ({ workshops }) => workshops.end(),
    applies: isOpen,
  },
];
