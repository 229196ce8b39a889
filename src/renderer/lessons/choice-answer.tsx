/** A prediction that is one choice of a few. */
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { predict } from '../actions/lessons';
import { lessonStore } from '../store/lesson';
import type { ChoicePrediction } from './lesson';

const ICON = { size: 16 } as const;

interface ChoiceAnswerProps {
  readonly prediction: ChoicePrediction;
  readonly howToKnow: ReactNode;
}

export function ChoiceAnswer({ prediction: { choices }, howToKnow }: ChoiceAnswerProps) {
  const stored = useStore(lessonStore, (state) => state.answer);
  const answer = stored?.kind === 'choice' ? stored : null;
  const known = answer?.truth ?? null;
  return (
    <>
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
      {answer !== null && known === null && howToKnow}
    </>
  );
}
