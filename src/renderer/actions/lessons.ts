/** What can be done with lessons: open, close, choose, predict, run. */
import { type Experiment, experimentSchema } from '../../shared/experiments';
import type { LessonName } from '../../shared/lesson-names';
import { parseScenario } from '../../shared/parse-scenario';
import type { Scenario } from '../../shared/scenario';
import { initialValues } from '../lessons/lesson';
import { lessonAfter, lessonOf } from '../lessons/registry';
import { lessonStore, noLesson } from '../store/lesson';
import { panelStore } from '../store/panel-choice';
import { closeLab } from './labs';
import { saveSettings } from './save-settings';

export function openLesson(name: LessonName): void {
  const { done } = lessonStore.getState();
  lessonStore.setState({ ...noLesson(), done, open: name, values: initialValues(lessonOf(name)) });
  panelStore.setState({ wanted: 'Code', folded: null });
  // What the lesson runs is to be seen on the timeline.
  closeLab();
}

export function closeLesson(): void {
  lessonStore.setState({ ...noLesson(), done: lessonStore.getState().done });
  panelStore.setState({ folded: null });
}

/** The next one, or none after the last. */
export function nextLesson(): void {
  const { open } = lessonStore.getState();
  if (open === null) return;
  finishLesson();
  const next = lessonAfter(open);
  if (next === null) closeLesson();
  else openLesson(next.name);
}

export function choose(id: string, value: string): void {
  lessonStore.setState({ values: { ...lessonStore.getState().values, [id]: value } });
}

export function predict(said: number): void {
  lessonStore.setState({ answer: { kind: 'choice', said, truth: null, because: '' } });
}

/** What is drawn so far: a y for each x. Nothing is drawn any more once a run has answered a part of it. */
export function draw(said: readonly (number | null)[]): void {
  const { answer } = lessonStore.getState();
  if (answer?.kind === 'drawn' && answer.truth.some((value) => value !== null)) return;
  lessonStore.setState({ answer: { kind: 'drawn', said, truth: said.map(() => null), because: '' } });
}

/** The question is open again, and what runs said is forgotten. */
export function askAgain(): void {
  lessonStore.setState({ answer: null });
}

export function showLessonList(listShown: boolean): void {
  lessonStore.setState({ listShown });
}

/** A lesson counts as done when its learner goes on from it. */
export function finishLesson(): void {
  const { open, done: before } = lessonStore.getState();
  if (open === null) return;
  const done = [...new Set([...before, open])];
  lessonStore.setState({ done });
  saveSettings({ lessonsDone: done });
}

interface LessonRunAsked {
  readonly what: { readonly scenario: Scenario } | { readonly experiment: Experiment };
  /** To be told the id of the run. */
  started(runId: number): void;
}

/** The lab of the open lesson, set up as the lesson is: the scenario for its form, with the lab's controls. */
export function lessonLab(cores: number): Scenario | null {
  const { open, values } = lessonStore.getState();
  const lesson = open === null ? null : lessonOf(open);
  if (lesson === null || lesson.lab === undefined) return null;
  const own = 'scenario' in lesson ? lesson.scenario(values, cores) : { workload: { name: 'sum-of-squares' as const } };
  return parseScenario({ version: 1, ...own, lab: lesson.labFor?.(values) ?? lesson.lab });
}

/** What the open lesson runs, as it is chosen; null: no lesson is open. */
export function lessonRun(cores: number): LessonRunAsked | null {
  const { open, values } = lessonStore.getState();
  if (open === null) return null;
  const lesson = lessonOf(open);
  const what =
    'experiment' in lesson
      ? { experiment: experimentSchema.parse(lesson.experiment(values)) }
      : { scenario: parseScenario({ version: 1, ...lesson.scenario(values, cores) }) };
  return { what, started: (runId) => lessonStore.setState({ running: { runId, values } }) };
}
