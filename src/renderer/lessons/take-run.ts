/** Ties runs to the lesson that is open: its figures go into the table, and its prediction is answered. */

import { runIndexOf } from '../derive/run-index';
import { factsStore } from '../store';
import type { Facts } from '../store/facts';
import { lessonStore, MOST_RUNS } from '../store/lesson';
import { answerBy } from './answer-by';
import type { Lesson, Values } from './lesson';
import { lessonOf } from './registry';

/** @returns a function that ends it */
export function listenForRuns(): () => void {
  return factsStore.subscribe((facts, before) => {
    if (facts.ended !== null && before.ended === null) takeEnded(facts);
  });
}

function takeEnded(facts: Facts): void {
  const { open, running, runs, answer } = lessonStore.getState();
  if (open === null || running === null || running.runId !== facts.started?.runId) return;
  if (facts.ended?.status !== 'completed') return;
  const lesson = lessonOf(open);
  const index = runIndexOf(facts);
  const { runId, values } = running;
  const made = { runId, values, choices: choiceWords(lesson, values), figures: lesson.figures(facts, index, runs) };
  const answered = answer === null ? null : answerBy({ lesson, values, facts, index, earlier: runs }, answer);
  lessonStore.setState({ runs: [...runs, made].slice(-MOST_RUNS), answer: answered });
}

/** What was chosen, in the words of the controls. */
export function choiceWords({ controls }: Pick<Lesson, 'controls'>, values: Values): readonly string[] {
  return controls.map(({ id, choices }) => choices.find(({ value }) => value === values[id])?.text ?? '');
}
