/** One chapter in the list: where it begins, its title and caption, whether replay stops there. Each is edited in place. */
import { Pause, Play, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type Chapter, MOST_CAPTION_CHARS, MOST_TITLE_CHARS } from '../../../../shared/annotations';
import { formatDuration } from '../../../../shared/format';
import { chapterCommands } from '../../../chapters/chapter-commands';
import { readTime } from '../../../chapters/read-time';
import { runExtent } from '../../../derive/run-extent';
import { chaptersStore, factsStore } from '../../../store';
import { changeChapter } from '../../../store/chapters';
import { useAxisZero } from '../../../timeline/beside/use-axis-zero';
import { IconButton } from '../../../ui/button';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface ChapterRowProps {
  readonly id: number;
  /** From 0, by time. */
  readonly index: number;
  readonly chapter: Chapter;
  /** It is told at the playhead. */
  readonly isCurrent: boolean;
}

export function ChapterRow({ id, index, chapter, isCurrent }: ChapterRowProps) {
  const { title, caption, pause } = chapter;
  const number = index + 1;
  return (
    <li className="chapter" aria-current={isCurrent ? 'step' : undefined}>
      <button
        type="button"
        className="chapter-go"
        aria-label={`Go to chapter ${number}: ${title || 'untitled'}`}
        onClick={() => chapterCommands.goTo(index)}
        onKeyDown={goToNeighbour}
      >
        {number}
      </button>
      <TimeField id={id} number={number} chapter={chapter} />
      <TitleField id={id} number={number} title={title} />
      <TextField
        label={`Caption of chapter ${number}`}
        className="chapter-caption"
        placeholder="What is to be seen here"
        limit={MOST_CAPTION_CHARS}
        value={caption}
        onSave={(text) => changeChapter(chaptersStore, id, { caption: text })}
      />
      <IconButton
        label={`Pause at chapter ${number}`}
        aria-pressed={pause}
        onClick={() => changeChapter(chaptersStore, id, { pause: !pause })}
      >
        {pause ? <Pause {...ICON} /> : <Play {...ICON} />}
      </IconButton>
      <IconButton label={`Delete chapter ${number}`} onClick={() => chapterCommands.remove(id)}>
        <Trash2 {...ICON} />
      </IconButton>
    </li>
  );
}

/** Arrow keys go from chapter to chapter. */
function goToNeighbour(event: KeyboardEvent<HTMLButtonElement>): void {
  const line = event.currentTarget.closest('li');
  const to = event.key === 'ArrowDown' ? line?.nextElementSibling : line?.previousElementSibling;
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  to?.querySelector<HTMLElement>('.chapter-go')?.focus();
}

function TitleField({ id, number, title }: { readonly id: number; readonly number: number; readonly title: string }) {
  const isNamed = useStore(chaptersStore, ({ naming }) => naming === id);
  return (
    <TextField
      label={`Title of chapter ${number}`}
      className="chapter-title"
      placeholder="Untitled"
      limit={MOST_TITLE_CHARS}
      value={title}
      wanted={isNamed}
      onSave={(text) => changeChapter(chaptersStore, id, { title: text })}
    />
  );
}

function TimeField({
  id,
  number,
  chapter,
}: {
  readonly id: number;
  readonly number: number;
  readonly chapter: Chapter;
}) {
  const zeroNs = useAxisZero();
  return (
    <TextField
      label={`Time of chapter ${number}`}
      className="chapter-time"
      limit={40}
      value={formatDuration(chapter.atNs - zeroNs)}
      onSave={(text) => {
        const { originNs, endNs } = runExtent(factsStore.getState());
        const typed = readTime(text);
        // Before the run there is nothing to tell.
        if (typed === null || zeroNs + typed < originNs) return;
        changeChapter(chaptersStore, id, { atNs: Math.min(zeroNs + typed, endNs) });
      }}
    />
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly className: string;
  readonly placeholder?: string;
  readonly limit: number;
  readonly value: string;
  /** Takes the focus, to be typed over. */
  readonly wanted?: boolean;
  /** Called with what was typed, where it differs. */
  onSave(text: string): void;
}

/** Enter and leaving save, Escape takes back. It grows with its text; a line of it is all there is. */
function TextField({ label, className, placeholder, limit, value, wanted = false, onSave }: TextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Only where it is another: the list is drawn again while replay plays, and what is being typed stays.
    if (field.current !== null) field.current.value = value;
  }, [value]);
  useEffect(() => {
    if (!wanted) return;
    field.current?.focus();
    field.current?.select();
    chaptersStore.setState({ naming: null });
  }, [wanted]);
  const save = (element: HTMLTextAreaElement): void => {
    const text = element.value.replaceAll(/\s+/g, ' ').trim();
    if (text !== value) onSave(text);
    // What was typed does not stay where it was not taken.
    element.value = value;
  };
  return (
    <textarea
      ref={field}
      className={`chapter-field ${className}`}
      aria-label={label}
      placeholder={placeholder}
      maxLength={limit}
      rows={1}
      defaultValue={value}
      onBlur={(event) => save(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.value = value;
        else if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.closest('li')?.querySelector<HTMLElement>('.chapter-go')?.focus();
      }}
    />
  );
}
