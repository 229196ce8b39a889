/** What a run makes of the learner's prediction: it comes true or not, or one more point of the drawing is known. */
import type { RunIndex } from '../derive/run-index';
import type { Facts } from '../store/facts';
import type { LessonAnswer } from '../store/lesson';
import { isWhole } from './drawn/draw';
import type { EarlierRun, Lesson, Values } from './lesson';

interface EndedRun {
  readonly lesson: Pick<Lesson, 'prediction'>;
  /** What it was made with. */
  readonly values: Values;
  readonly facts: Facts;
  readonly index: RunIndex;
  /** Runs of the lesson before it. */
  readonly earlier: readonly EarlierRun[];
}

export function answerBy(
  { lesson: { prediction }, values, facts, index, earlier }: EndedRun,
  answer: LessonAnswer,
): LessonAnswer {
  if (!prediction.answeredBy(values)) return answer;
  if (prediction.kind === 'choice' && answer.kind === 'choice') {
    return { ...answer, truth: prediction.truth(facts, index), because: prediction.because(facts, index) };
  }
  // Half a drawing says nothing yet: what came true would only be copied.
  if (prediction.kind !== 'drawn' || answer.kind !== 'drawn' || !isWhole(answer.said)) return answer;
  const found = prediction.truth(facts, index, values, earlier);
  const truth = answer.truth.map((known, at) => finite(found[at]) ?? known);
  return { ...answer, truth, because: prediction.because(facts, index, truth) };
}

const finite = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;
