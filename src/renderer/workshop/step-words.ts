/** What steps are called. */
import { LAB_TITLES } from '../../shared/labs';
import { type StepSubject, subjectOf, type WorkshopStep } from '../../shared/workshop';
import { lessonOf } from '../lessons/registry';

export const KIND_WORDS: Readonly<Record<StepSubject['kind'], string>> = {
  lesson: 'Lesson',
  scenario: 'Scenario',
  lab: 'Lab',
  text: 'Text',
};

/** Its own title, or the name of what it opens. */
export function stepTitle(step: WorkshopStep): string {
  if (step.title !== undefined) return step.title;
  const subject = subjectOf(step);
  if (subject.kind === 'lesson') return lessonOf(subject.lesson).title;
  if (subject.kind === 'lab') return LAB_TITLES[subject.lab];
  if (subject.kind === 'text') return KIND_WORDS.text;
  return typeof subject.scenario === 'string' ? subject.scenario : subject.scenario.name;
}
