/** The lesson that is open, in place of the form: read, predict, run, compare, take away. */

import { ChevronRight, FlaskConical, Play, X } from 'lucide-react';
import { useStore } from 'zustand';
import { LAB_TITLES, type LabName } from '../../shared/labs';
import type { LessonName } from '../../shared/lesson-names';
import { useActions } from '../actions/context';
import { closeLesson, finishLesson, nextLesson } from '../actions/lessons';
import { lessonStore } from '../store/lesson';
import { useBusy } from '../store/use-busy';
import { nextStepOf, workshopStore } from '../store/workshop';
import { Button, IconButton } from '../ui/button';
import { stepTitle } from '../workshop/step-words';
import { FiguresTable } from './figures-table';
import { LessonControls } from './lesson-controls';
import { PredictionSection } from './prediction-section';
import { lessonAfter, lessonOf, lessons } from './registry';
import './lessons.css';

const ICON = { size: 16, 'aria-hidden': true } as const;

export function LessonPanel() {
  const open = useStore(lessonStore, (state) => state.open);
  if (open === null) return null;
  const lesson = lessonOf(open);
  const { name, title, idea, text, simulated, takeAway, lab } = lesson;
  const number = lessons.indexOf(lesson) + 1;
  return (
    <section className="lesson" aria-label={`Lesson ${number}: ${title}`}>
      <header className="lesson-head">
        <p className="lesson-number">
          Lesson {number} of {lessons.length}
        </p>
        <IconButton label="Close the lesson" onClick={closeLesson}>
          <X {...ICON} />
        </IconButton>
        <h2 className="lesson-title">{title}</h2>
      </header>
      <p className="lesson-idea">{idea}</p>
      {text.map((paragraph) => (
        <p key={paragraph} className="lesson-text">
          {paragraph}
        </p>
      ))}
      {/* Another lesson asks another question: nothing of the last one may stay. */}
      <PredictionSection key={name} lesson={lesson} />
      <LessonControls lesson={lesson} />
      <RunLesson />
      <FiguresTable />
      {lab !== undefined && <RunInLab name={lab.name} />}
      {simulated.map((sentence) => (
        <p key={sentence} className="lesson-simulated">
          <span className="badge">simulated</span> {sentence}
        </p>
      ))}
      <p className="lesson-take-away">
        <strong>Take away.</strong> {takeAway}
      </p>
      <NextButton name={name} />
    </section>
  );
}

/** With the lesson's set-up, to go on from there. */
function RunInLab({ name }: { readonly name: LabName }) {
  const { runLessonLab } = useActions();
  const live = useBusy();
  return (
    <Button onClick={runLessonLab} disabled={live}>
      <FlaskConical {...ICON} />
      Run it in the lab: {LAB_TITLES[name]}
    </Button>
  );
}

/** The next lesson; in a workshop, its next step. */
function NextButton({ name }: { readonly name: LessonName }) {
  const { workshops } = useActions();
  const step = useStore(workshopStore, nextStepOf);
  const after = lessonAfter(name);
  const words = after === null ? 'Finish' : `Next: ${after.title}`;
  const goOn = (): void => {
    finishLesson();
    workshops.next();
  };
  return (
    <Button onClick={step === null ? nextLesson : goOn}>
      <span>{step === null ? words : `Next step: ${stepTitle(step)}`}</span>
      <ChevronRight {...ICON} />
    </Button>
  );
}

function RunLesson() {
  const { run } = useActions();
  const live = useBusy();
  return (
    <Button look="primary" onClick={run} disabled={live}>
      <Play {...ICON} />
      Run it <kbd>Space</kbd>
    </Button>
  );
}
