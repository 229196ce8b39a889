/** The text of a step for everybody to read: an exercise, a question, a break. Stands above lesson or form. */
import { useStore } from 'zustand';
import { stepOf, workshopStore } from '../store/workshop';
import { stepTitle } from './step-words';

export function StepText() {
  const step = useStore(workshopStore, stepOf);
  const language = useStore(workshopStore, ({ workshop }) => workshop?.language);
  if (step?.text === undefined) return null;
  return (
    <section className="step-text" aria-label={`Step: ${stepTitle(step)}`} lang={language}>
      <h2 className="lesson-title">{stepTitle(step)}</h2>
      {step.text.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text never change places
        <p key={index} className="lesson-idea">
          {paragraph}
        </p>
      ))}
    </section>
  );
}
