/** What only the teacher reads: what to say, to ask, to watch for in this step. And what comes next. */
import { useStore } from 'zustand';
import { nextStepOf, stepOf, workshopStore } from '../store/workshop';
import { stepTitle } from './step-words';
import { useNotes } from './use-notes';

export function WorkshopNotes() {
  const step = useStore(workshopStore, stepOf);
  const next = useStore(workshopStore, nextStepOf);
  const language = useStore(workshopStore, ({ workshop }) => workshop?.language);
  const { shown } = useNotes();
  if (step === null || !shown) return null;
  return (
    <aside className="workshop-notes" aria-label="Notes for the teacher">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className="workshop-notes-text" lang={language} tabIndex={0}>
        <h2 className="workshop-notes-title">{stepTitle(step)}</h2>
        {step.notes.length === 0 && (
          <p className="lesson-hint">This step has no notes. Edit the workshop to write some.</p>
        )}
        {step.notes.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text never change places
          <Paragraph key={index} text={paragraph} />
        ))}
        {next !== null && (
          <p className="workshop-next">
            Next: {stepTitle(next)}, {next.minutes} min
          </p>
        )}
      </div>
    </aside>
  );
}

/** `Ask: …`: the first word says what kind of note it is. */
const LEAD = /^(\p{L}{2,12}:)\s+(.*)$/su;

function Paragraph({ text }: { readonly text: string }) {
  const [, lead, rest] = LEAD.exec(text) ?? [];
  if (lead === undefined) return <p>{text}</p>;
  return (
    <p>
      <strong>{lead}</strong> {rest}
    </p>
  );
}
