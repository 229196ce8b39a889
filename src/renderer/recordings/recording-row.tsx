/** One recording of the list: opened by its name, and what else is done with it. */
import { Columns2, Download, Pin, PinOff, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Recording } from '../../shared/recordings';
import { deleteRecording, keepRecording, openRecording, saveRecordingAs } from '../actions/recordings';
import { Button, IconButton } from '../ui/button';
import { RecordingPicture } from './recording-picture';
import { recordingText, whenText } from './recording-words';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function RecordingRow({ recording }: { readonly recording: Recording }) {
  const opener = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(false);
  const { id, title, note, kept, pictureRevision } = recording;
  const when = whenText(recording);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Delete') setAsked(true);
    else if (event.key === 'Enter' && event.shiftKey) void openRecording(id, true);
    else return;
    event.preventDefault();
  };
  const onNo = (): void => {
    setAsked(false);
    opener.current?.focus();
  };
  return (
    <li className="library-row">
      <button
        ref={opener}
        type="button"
        className="recording-open"
        onClick={(event) => void openRecording(id, event.shiftKey)}
        onKeyDown={onKey}
      >
        <RecordingPicture id={id} pictureRevision={pictureRevision} />
        <span className="recording-words">
          <span className="recording-title">
            <span className="recording-name">{title}</span> <span className="recording-when">{when}</span>
          </span>{' '}
          <span className="recording-text">{recordingText(recording)}</span>
          {note !== null && <span className="recording-note"> {note}</span>}
        </span>
      </button>
      {asked ? (
        <Question title={title} onNo={onNo} onYes={() => void deleteRecording(id)} />
      ) : (
        <span className="recording-deeds">
          <IconButton label={`Compare: ${title}, ${when}`} onClick={() => void openRecording(id, true)}>
            <Columns2 {...ICON} />
          </IconButton>
          <IconButton
            label={`Keep: ${title}, ${when}`}
            aria-pressed={kept}
            onClick={() => void keepRecording(id, !kept)}
          >
            {kept ? <PinOff {...ICON} /> : <Pin {...ICON} />}
          </IconButton>
          <IconButton label={`Save as: ${title}, ${when}`} onClick={() => void saveRecordingAs(id)}>
            <Download {...ICON} />
          </IconButton>
          <IconButton label={`Delete: ${title}, ${when}`} onClick={() => setAsked(true)}>
            <Trash2 {...ICON} />
          </IconButton>
        </span>
      )}
    </li>
  );
}

interface QuestionProps {
  readonly title: string;
  onYes(): void;
  onNo(): void;
}

function Question({ title, onYes, onNo }: QuestionProps) {
  return (
    <fieldset className="recording-deeds recording-question" aria-label={`Delete ${title}?`}>
      <Button className="button-danger" onClick={onYes} ref={focused}>
        Delete
      </Button>
      <Button onClick={onNo}>Cancel</Button>
    </fieldset>
  );
}

const focused = (button: HTMLButtonElement | null): void => button?.focus();
