/** The notes of the run by time: go to one, change it, delete it. */
import { Pencil, Trash2 } from 'lucide-react';
import { useStore } from 'zustand';
import { formatDuration } from '../../shared/format';
import { notesStore } from '../store';
import { editNote, type Note, removeNote } from '../store/notes';
import { useAxisZero } from '../timeline/beside/use-axis-zero';
import { noteCommands } from '../timeline/note-commands';
import { IconButton } from '../ui/button';
import './notes-section.css';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function NotesSection() {
  const notes = useStore(notesStore, (state) => state.notes);
  const zeroNs = useAxisZero();
  if (notes.length === 0) return null;
  return (
    <section className="notes" aria-label="Notes">
      <h2 className="inspector-title">Notes</h2>
      <ol>
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} when={formatDuration(note.atNs - zeroNs)} />
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
