/**
 * What a lesson is: a short text, Python's code beside ours, two or three controls that make a scenario, a prediction
 * before the first run, figures of each run, and what to take away. One file a lesson stands in `catalogue/`.
 */
import type { LessonName } from '../../shared/lesson-names';
import type { ScenarioDraft } from '../../shared/scenario';
import type { RunIndex } from '../derive/run-index';
import type { Facts } from '../store/facts';

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

/** What the learner is asked before a run answers it. */
export interface Prediction {
  readonly question: string;
  readonly choices: readonly string[];
  /** Whether a run with these values answers the question. */
  answeredBy(values: Values): boolean;
  /** Values that answer it, for a learner who wants to know. */
  readonly values: Values;
  /** Index of the choice that came true. */
  truth(facts: Facts, index: RunIndex): number;
  /** Why it came so, one sentence with this run's own numbers. */
  because(facts: Facts, index: RunIndex): string;
}

/** A source text. Marks at the ends of lines say when each is highlighted; see code-text.ts. */
export interface LessonCode {
  readonly python: string;
  readonly here: string;
}

export interface Lesson {
  readonly name: LessonName;
  readonly title: string;
  /** One sentence: what the learner will know. */
  readonly idea: string;
  /** Short paragraphs. */
  readonly text: readonly string[];
  readonly code: LessonCode;
  readonly controls: readonly Control[];
  readonly prediction: Prediction;
  /** One sentence for each thing that is not real here, and how it is made; none: all is real. */
  readonly simulated: readonly string[];
  readonly takeAway: string;
  /** @param cores of this machine */
  scenario(values: Values, cores: number): Omit<ScenarioDraft, 'version'>;
  figures(facts: Facts, index: RunIndex): readonly LessonFigure[];
}

export const initialValues = ({ controls }: Lesson): Values =>
  Object.fromEntries(controls.map(({ id, initial }) => [id, initial]));
