/** Opens what a step of a workshop is about. */
import type { Scenario } from '../../shared/scenario';
import { subjectOf, type WorkshopStep } from '../../shared/workshop';
import { lessonOf } from '../lessons/registry';
import { labStore } from '../store/lab';
import { lessonStore } from '../store/lesson';
import { closeLab, openLab, openLabOf } from './labs';
import { closeLesson, openLesson } from './lessons';

export const showStep = {
  show(step: WorkshopStep): void {
    const subject = subjectOf(step);
    if (subject.kind === 'lab') {
      closeLesson();
      openLab(subject.lab);
    } else if (subject.kind === 'lesson') {
      closeLab();
      openLesson(subject.lesson);
      const { values } = lessonStore.getState();
      lessonStore.setState({ values: { ...values, ...known(subject.lesson, subject.values) } });
    }
  },
  /** Whether what the step is about is open: of a scenario the form, which may have been changed since. */
  isShown({ lesson, lab, scenario }: WorkshopStep): boolean {
    if (scenario !== undefined) return lessonStore.getState().open === null;
    if (lesson !== undefined) return lessonStore.getState().open === lesson;
    return lab !== undefined && labStore.getState().open === lab;
  },
  /** A scenario that was saved in a lab opens it. */
  showForm(scenario: Scenario): void {
    closeLesson();
    closeLab();
    openLabOf(scenario);
  },
};

/** Choices that the lesson has: a workshop may be of another version. */
function known(name: Parameters<typeof lessonOf>[0], given: Readonly<Record<string, string>>): Record<string, string> {
  const { controls } = lessonOf(name);
  const chosen = controls.flatMap(({ id, choices }) => {
    const value = given[id];
    return value !== undefined && choices.some((choice) => choice.value === value) ? [[id, value] as const] : [];
  });
  return Object.fromEntries(chosen);
}
