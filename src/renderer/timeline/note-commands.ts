/** What can be done with notes: pin one to a moment, go to one. */
import { nanos } from '../../shared/units';
import { rowSpan } from '../derive/row-span';
import { factsStore, notesStore, viewStore } from '../store';
import type { FactsStore } from '../store/facts';
import { draftNote, type Note, type NotesStore } from '../store/notes';
import type { ViewStore } from '../store/view';
import { type TimelineCommands, timelineCommands } from './commands';

export type NoteCommands = ReturnType<typeof createNoteCommands>;

export function createNoteCommands(facts: FactsStore, view: ViewStore, notes: NotesStore, commands: TimelineCommands) {
  return {
    /** Opens the editor at the task that keys have reached, else at the pointer, else in the middle of the view. */
    pin(): void {
      if (facts.getState().started === null) return;
      const { focusedRow, pointer, hover, viewport } = view.getState();
      const span = focusedRow === null ? null : rowSpan(facts.getState(), focusedRow);
      if (span !== null) draftNote(notes, nanos(span.beginNs), focusedRow);
      else if (pointer !== null) draftNote(notes, pointer.atNs, hover?.row ?? null);
      else draftNote(notes, nanos((viewport.startNs + viewport.endNs) / 2), null);
    },
    /** Brings a note, and the task that it is about, into view. */
    goTo({ atNs, row }: Note): void {
      commands.reveal(atNs, atNs);
      if (row !== null) commands.focus(row);
    },
  };
}

/** Those of the running app. */
export const noteCommands: NoteCommands = createNoteCommands(factsStore, viewStore, notesStore, timelineCommands);
