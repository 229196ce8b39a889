/**
 * What a lesson is: a short text, Python's code beside ours, two or three controls that make a scenario, a prediction
 * before the first run, figures of each run, and what to take away. One file a lesson stands in `catalogue/`.
 */
import type { ExperimentDraft } from '../../shared/experiments';
import type { LabDraft } from '../../shared/labs';
import type { LessonName } from '../../shared/lesson-names';
import type { ScenarioDraft } from '../../shared/scenario';
import type { RunIndex } from '../derive/run-index';
import type { Facts } from '../store/facts';
import type { Method } from '../truth/method';
import type { MethodId } from '../truth/methods';
import type { CodeMoment } from './code-text';

/** A control is one choice of a few. */
export interface Control {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly initial: string;
}

/** The choice of each control, by its id. */
export type Values = Readonly<Record<string, string>>;

export interface LessonFigure {
  readonly label: string;
  /** As it is shown, with its unit. */
  readonly text: string;
  /** The number behind it, for tests and comparisons. */
  readonly value: number;
  readonly kind: 'measured' | 'derived' | 'simulated';
  /** How it was come by, one sentence. */
  readonly method: string;
}

interface Asked {
  readonly question: string;
  /** Whether a run with these values answers the question, or a part of it. */
  answeredBy(values: Values): boolean;
  /** Values that answer it, for a learner who wants to know. */
  readonly values: Values;
}

/** The learner is asked to choose. */
export interface ChoicePrediction extends Asked {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  /** Index of the choice that came true. */
  truth(facts: Facts, index: RunIndex): number;
  /** Why it came so, one sentence with this run's own numbers. */
  because(facts: Facts, index: RunIndex): string;
}

/** The learner is asked to draw a curve, or bars: one y for each x. Runs lay what they measure over it, at one x or at several. */
export interface DrawnPrediction extends Asked {
  readonly kind: 'drawn';
  /** A few values, each at its own place: they need not stand at equal distances. */
  readonly x: DrawnAxis & {
    readonly values: readonly number[];
    /** Values stand for names, with nothing between them: bars are drawn, and no line. Left out: a quantity. */
    readonly named?: boolean;
  };
  readonly y: DrawnAxis & {
    readonly max: number;
    /** `log`: each line is ten times the one below it. Left out: linear, from 0 on. */
    readonly scale?: 'linear' | 'log';
    /** The lower end of a `log` scale. */
    readonly min?: number;
    /** How what runs measure of it is come by; left out: nothing is said. */
    readonly method?: MethodId | Method;
  };
  /**
   * What this run measured: a y for each x, null where it says nothing. What earlier runs said stays there.
   * @param earlier runs of this lesson, to compare with
   */
  truth(facts: Facts, index: RunIndex, values: Values, earlier: readonly EarlierRun[]): readonly (number | null)[];
  /** Why it came so, one sentence with this run's own numbers; `truth` is all that is known by now. */
  because(facts: Facts, index: RunIndex, truth: readonly (number | null)[]): string;
}

interface DrawnAxis {
  readonly label: string;
  /** Stands behind numbers and the label; empty: there is none. */
  readonly unit: string;
  /** A value as it is written, with its unit; left out: the number and the unit. */
  text?(value: number): string;
}

/** What the learner is asked before a run answers it. */
export type Prediction = ChoicePrediction | DrawnPrediction;

/** A source text. Marks at the ends of lines say when each is highlighted; see code-text.ts. */
export interface LessonCode {
  readonly python: string;
  readonly here: string;
}

/** What a run of this lesson was made with, and what it came to. */
export interface EarlierRun {
  readonly values: Values;
  readonly figures: readonly LessonFigure[];
}

interface LessonText {
  readonly name: LessonName;
  readonly title: string;
  /** One sentence: what the learner will know. */
  readonly idea: string;
  /** Short paragraphs. */
  readonly text: readonly string[];
  readonly code: LessonCode;
  /** Where its choices change the code; left out: they do not. */
  codeFor?(values: Values): LessonCode;
  /** Where what it runs is no call of a pool; left out: the moments of a call. */
  readonly moments?: {
    readonly all: readonly CodeMoment[];
    /** @param atNs a moment of the run @returns several where several processes are followed; null before the first one */
    at(facts: Facts, atNs: number): CodeMoment | readonly CodeMoment[] | null;
  };
  readonly controls: readonly Control[];
  readonly prediction: Prediction;
  /** One sentence for each thing that is not real here, and how it is made; none: all is real. */
  readonly simulated: readonly string[];
  readonly takeAway: string;
  /** The lab in which the learner can go on, with its controls; left out: there is none. */
  readonly lab?: LabDraft;
  /** Where its choices change the lab’s controls; left out: they do not. */
  labFor?(values: Values): LabDraft;
  /** @param earlier runs of this lesson, to compare with */
  figures(facts: Facts, index: RunIndex, earlier: readonly EarlierRun[]): readonly LessonFigure[];
}

export interface ScenarioLesson extends LessonText {
  /** @param cores of this machine */
  scenario(values: Values, cores: number): Omit<ScenarioDraft, 'version'>;
}

/** Its processes are no pool. */
export interface ExperimentLesson extends LessonText {
  experiment(values: Values): ExperimentDraft;
}

export type Lesson = ScenarioLesson | ExperimentLesson;

export const initialValues = ({ controls }: Lesson): Values =>
  Object.fromEntries(controls.map(({ id, initial }) => [id, initial]));
