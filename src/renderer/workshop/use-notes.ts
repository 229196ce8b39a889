/** Whether the teacher's notes are shown. In front of an audience they are not, until they are asked for. */
import { useStore } from 'zustand';
import { toggleNotes } from '../actions/toggle-notes';
import { presenterStore } from '../store/presenter';
import { workshopStore } from '../store/workshop';

export function useNotes(): { readonly shown: boolean; toggle(): void } {
  const notesShown = useStore(workshopStore, (state) => state.notesShown);
  const { presenting, asides } = useStore(presenterStore);
  return { shown: presenting ? asides.includes('notes') : notesShown, toggle: toggleNotes };
}
