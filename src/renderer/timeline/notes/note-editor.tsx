/** Where a note is typed: a field on the axis, at the moment that it is about. Enter saves, Escape cancels. */
import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { formatDuration } from '../../../shared/format';
import { notesStore, viewStore } from '../../store';
import { dropDraft, MOST_NOTE_CHARS, type NoteDraft, removeNote, saveDraft } from '../../store/notes';
import { spanOf } from '../../store/view';
import { IconButton } from '../../ui/button';
import { useAxisZero } from '../beside/use-axis-zero';
import { GUTTER } from '../track';
import './notes.css';

const WIDTH = 280;

export function NoteEditor() {
  const draft = useStore(notesStore, (notes) => notes.draft);
  return draft === null ? null : <Editor key={`${draft.id} ${draft.atNs}`} draft={draft} />;
}

function Editor({ draft }: { readonly draft: NoteDraft }) {
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const viewport = useStore(viewStore, (view) => view.viewport);

  useEffect(() => {
    // Whoever had the focus has it again when the editor closes.
    const before = document.activeElement;
    field.current?.focus();
    field.current?.select();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  useEffect(() => {
    const room = box.current?.parentElement?.clientWidth ?? 0;
    const x = GUTTER + ((draft.atNs - viewport.startNs) / spanOf(viewport)) * Math.max(0, room - GUTTER);
    const left = Math.min(Math.max(x - 12, GUTTER), Math.max(GUTTER, room - WIDTH - 8));
    if (box.current !== null) box.current.style.left = `${left}px`;
  }, [draft.atNs, viewport]);

  const when = formatDuration(draft.atNs - useAxisZero());
  return (
    <div
      ref={box}
      className="note-editor"
      role="dialog"
      aria-label={draft.id === null ? 'New note' : 'Note'}
      onBlur={(event) => {
        // Elsewhere is as good as Enter: what was typed is not lost.
        if (event.currentTarget.contains(event.relatedTarget)) return;
        if (notesStore.getState().draft !== null) saveDraft(notesStore, field.current?.value ?? '');
      }}
    >
      <div className="note-field">
        <input
          ref={field}
          aria-label={`Note at ${when}`}
          placeholder="What happens here?"
          maxLength={MOST_NOTE_CHARS}
          defaultValue={draft.text}
          onKeyDown={(event) => {
            if (event.key === 'Enter') saveDraft(notesStore, event.currentTarget.value);
            else if (event.key === 'Escape') dropDraft(notesStore);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        {draft.id !== null && (
          <IconButton label="Delete the note" onClick={() => removeNote(notesStore, draft.id ?? -1)}>
            <Trash2 size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
      </div>
      <p>At {when}. Enter saves, Escape cancels.</p>
    </div>
  );
}
