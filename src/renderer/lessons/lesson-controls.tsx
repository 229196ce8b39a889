/** The two or three choices that a lesson's runs are made of. */
import { useStore } from 'zustand';
import { choose } from '../actions/lessons';
import { lessonStore } from '../store/lesson';
import type { Control, Lesson } from './lesson';

export function LessonControls({ lesson }: { readonly lesson: Lesson }) {
  return (
    <div className="lesson-controls">
      {lesson.controls.map((control) => (
        <ControlRow key={`${lesson.name} ${control.id}`} control={control} />
      ))}
    </div>
  );
}

function ControlRow({ control: { id, label, choices } }: { readonly control: Control }) {
  const chosen = useStore(lessonStore, ({ values }) => values[id]);
  return (
    <fieldset className="lesson-control">
      <legend className="lesson-label">{label}</legend>
      <div className="segments">
        {choices.map(({ value, text }) => (
          <label key={value} className="segment">
            <input
              type="radio"
              name={`lesson-${id}`}
              value={value}
              checked={value === chosen}
              onChange={() => choose(id, value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
