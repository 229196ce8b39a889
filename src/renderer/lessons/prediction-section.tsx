/** First say what will happen; a run lays what did happen over it, and says why. */
import { useStore } from 'zustand';
import { lessonStore } from '../store/lesson';
import { Button } from '../ui/button';
import { ChoiceAnswer } from './choice-answer';
import { DrawnAnswer } from './drawn/drawn-answer';
import type { Lesson } from './lesson';
import { choiceWords } from './take-run';

export function PredictionSection({ lesson }: { readonly lesson: Lesson }) {
  const { prediction } = lesson;
  return (
    <fieldset className="lesson-prediction">
      <legend className="lesson-label">Predict first</legend>
      <p className="lesson-question">{prediction.question}</p>
      {prediction.kind === 'choice' ? (
        <ChoiceAnswer prediction={prediction} howToKnow={<HowToKnow lesson={lesson} />} />
      ) : (
        <DrawnAnswer prediction={prediction} howToKnow={<HowToKnow lesson={lesson} />} />
      )}
    </fieldset>
  );
}

/** What to do so that a run answers it. */
function HowToKnow({ lesson }: { readonly lesson: Lesson }) {
  const values = useStore(lessonStore, (state) => state.values);
  const { prediction } = lesson;
  if (prediction.answeredBy(values)) return <p className="lesson-hint">Now run it.</p>;
  const controls = lesson.controls.filter(({ id }) => (prediction.values[id] ?? values[id]) !== values[id]);
  const wanted = choiceWords({ controls }, prediction.values).join(', ');
  return (
    <Button onClick={() => lessonStore.setState({ values: { ...values, ...prediction.values } })}>
      Choose {wanted}
    </Button>
  );
}
