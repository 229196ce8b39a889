/** The notes of the run by time: go to one, change it, delete it. */
import { Pencil, Trash2 } from 'lucide-react';
import { useStore } from 'zustand';
import { formatDuration } from '../../shared/format';
import { runExtent } from '../derive/run-extent';
import { factsStore, notesStore } from '../store';
import { editNote, type Note, removeNote } from '../store/notes';
import { noteCommands } from '../timeline/note-commands';
import { IconButton } from '../ui/button';
import './notes-section.css';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function NotesSection() {
  const notes = useStore(notesStore, (state) => state.notes);
  if (notes.length === 0) return null;
  const { originNs } = runExtent(factsStore.getState());
  return (
    <section className="notes" aria-label="Notes">
      <h2 className="inspector-title">Notes</h2>
      <ol>
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} when={formatDuration(note.atNs - originNs)} />
        ))}
      </ol>
    </section>
  );
}

function NoteLine({ note, when }: { readonly note: Note; readonly when: string }) {
  return (
    <li>
      <button type="button" className="note-go" onClick={() => noteCommands.goTo(note)}>
        <span className="note-when">{when}</span> {note.text}
      </button>
      <IconButton label={`Change the note at ${when}`} onClick={() => editNote(notesStore, note.id)}>
        <Pencil {...ICON} />
      </IconButton>
      <IconButton label={`Delete the note at ${when}`} onClick={() => removeNote(notesStore, note.id)}>
        <Trash2 {...ICON} />
      </IconButton>
    </li>
  );
}
