/** What can be said of one step: its title, its minutes, its text for all and its notes for the teacher. */
import { useStore } from 'zustand';
import { MOST_MINUTES, MOST_NOTE_CHARS, subjectOf, type WorkshopStep } from '../../shared/workshop';
import { changeStepAt } from '../actions/edit-workshop';
import { initialValues } from '../lessons/lesson';
import { lessonOf } from '../lessons/registry';
import { choiceWords } from '../lessons/take-run';
import { lessonStore } from '../store/lesson';
import { workshopStore } from '../store/workshop';
import { Button } from '../ui/button';
import { CheckedField } from './checked-field';
import { KIND_WORDS, stepTitle } from './step-words';
import { titleTrouble } from './title-trouble';

interface StepFieldsProps {
  readonly step: WorkshopStep;
  readonly at: number;
}

export function StepFields({ step, at }: StepFieldsProps) {
  const language = useStore(workshopStore, ({ workshop }) => workshop?.language ?? 'en');
  const { kind } = subjectOf(step);
  return (
    <fieldset className="workshop-step-fields" aria-label={`Step ${at + 1}`}>
      <p className="lesson-hint">
        {KIND_WORDS[kind]}
        {kind === 'text' ? ' for everybody' : `: ${stepTitle({ ...step, title: undefined })}`}
      </p>
      <div className="workshop-head">
        <CheckedField
          label="Title"
          lang={language}
          value={stepTitle(step)}
          check={titleTrouble}
          onChange={(title) => changeStepAt(at, { title: title.trim() })}
        />
        <CheckedField
          label="Minutes"
          className="workshop-minutes"
          value={String(step.minutes)}
          check={minutesTrouble}
          onChange={(minutes) => changeStepAt(at, { minutes: Number(minutes) })}
        />
      </div>
      <LessonChoices step={step} at={at} />
      {step.text !== undefined && (
        <CheckedField
          label="Text, a line each paragraph"
          lang={language}
          lines={4}
          value={step.text.join('\n')}
          check={lengthTrouble}
          onChange={(text) => changeStepAt(at, { text: linesOf(text) })}
        />
      )}
      <CheckedField
        label="Notes for the teacher, a line each paragraph"
        lang={language}
        lines={10}
        value={step.notes.join('\n')}
        check={lengthTrouble}
        onChange={(text) => changeStepAt(at, { notes: linesOf(text) })}
      />
    </fieldset>
  );
}

/** A lesson can begin with the choices that are set in it now. */
function LessonChoices({ step: { lesson: name, values }, at }: StepFieldsProps) {
  const open = useStore(lessonStore, (state) => state.open);
  const set = useStore(lessonStore, (state) => state.values);
  if (name === undefined) return null;
  const lesson = lessonOf(name);
  const words = choiceWords(lesson, { ...initialValues(lesson), ...values }).join(', ');
  return (
    <p className="workshop-choices">
      <span className="lesson-hint">Begins with: {words}</span>
      {open === name && <Button onClick={() => changeStepAt(at, { values: { ...set } })}>Take what is set now</Button>}
    </p>
  );
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function minutesTrouble(text: string): string | null {
  const minutes = text.trim() === '' ? Number.NaN : Number(text);
  const right = Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_MINUTES;
  return right ? null : `expected a whole number from 0 to ${MOST_MINUTES}`;
}

const lengthTrouble = (text: string): string | null =>
  text.length <= MOST_NOTE_CHARS ? null : `expected at most ${MOST_NOTE_CHARS} characters`;
