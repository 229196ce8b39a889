/** The lesson that is open, what the learner has chosen and predicted in it, and the figures of the runs made in it. */
import { createStore } from 'zustand/vanilla';
import type { LessonName } from '../../shared/lesson-names';
import type { LessonFigure, Values } from '../lessons/lesson';

/** One run of the lesson, for the table. */
export interface LessonRun {
  readonly runId: number;
  readonly values: Values;
  /** The choices that it was made with, as words. */
  readonly choices: readonly string[];
  readonly figures: readonly LessonFigure[];
}

/** What the learner said, and what came of it. */
export type LessonAnswer = ChosenAnswer | DrawnAnswer;

export interface ChosenAnswer {
  readonly kind: 'choice';
  /** Index of the choice. */
  readonly said: number;
  /** null until a run has answered it. */
  readonly truth: number | null;
  readonly because: string;
}

export interface DrawnAnswer {
  readonly kind: 'drawn';
  /** A y for each x; null: not drawn yet. */
  readonly said: readonly (number | null)[];
  /** null: no run has said it yet. */
  readonly truth: readonly (number | null)[];
  readonly because: string;
}

export interface LessonState {
  /** null: no lesson is open. */
  readonly open: LessonName | null;
  readonly values: Values;
  readonly answer: LessonAnswer | null;
  /** The latest last. */
  readonly runs: readonly LessonRun[];
  /** The run of the lesson that is under way or shown, and what it was made with; null: another one is shown. */
  readonly running: { readonly runId: number; readonly values: Values } | null;
  readonly listShown: boolean;
  /** Names of lessons that were gone through, also before this start. */
  readonly done: readonly LessonName[];
}

export const noLesson = (): LessonState => ({
  open: null,
  values: {},
  answer: null,
  runs: [],
  running: null,
  listShown: false,
  done: [],
});

export const createLessonStore = () => createStore<LessonState>(noLesson);
export type LessonStore = ReturnType<typeof createLessonStore>;

export const lessonStore = createLessonStore();

/** More rows than this are not looked at together. */
export const MOST_RUNS = 8;
