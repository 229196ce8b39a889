/** First say what will happen; a run lays what did happen over it, and says why. */
import { Check, X } from 'lucide-react';
import { useStore } from 'zustand';
import { predict } from '../actions/lessons';
import { lessonStore } from '../store/lesson';
import { Button } from '../ui/button';
import type { Lesson, Values } from './lesson';
import { choiceWords } from './take-run';

const ICON = { size: 16 } as const;

export function PredictionSection({ lesson }: { readonly lesson: Lesson }) {
  const answer = useStore(lessonStore, (state) => state.answer);
  const { question, choices } = lesson.prediction;
  const known = answer?.truth ?? null;
  return (
    <fieldset className="lesson-prediction">
      <legend className="lesson-label">Predict first</legend>
      <p className="lesson-question">{question}</p>
      {choices.map((text, index) => (
        <label key={text} className="lesson-choice" data-truth={known === index}>
          <input
            type="radio"
            name="lesson-prediction"
            checked={answer?.said === index}
            disabled={known !== null}
            onChange={() => predict(index)}
          />
          <span>{text}</span>
          {known === index && <Check {...ICON} aria-label="so it was" />}
          {known !== null && known !== index && answer?.said === index && <X {...ICON} aria-label="it was otherwise" />}
        </label>
      ))}
      <div role="status" className="lesson-because">
        {known !== null && answer !== null && (
          <p>
            <strong>{known === answer.said ? 'As you said.' : 'Otherwise than you said.'}</strong> {answer.because}
          </p>
        )}
      </div>
      {answer !== null && known === null && <HowToKnow lesson={lesson} />}
    </fieldset>
  );
}

function HowToKnow({ lesson }: { readonly lesson: Lesson }) {
  const values = useStore(lessonStore, (state) => state.values);
  const { prediction } = lesson;
  if (prediction.answeredBy(values)) return <p className="lesson-hint">Now run it.</p>;
  const wanted = choiceWords(lesson, prediction.values).join(', ');
  return (
    <Button onClick={() => lessonStore.setState({ values: { ...values, ...(prediction.values as Values) } })}>
      Choose {wanted}
    </Button>
  );
}
