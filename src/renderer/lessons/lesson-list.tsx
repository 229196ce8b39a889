/** All lessons, to begin one. */
import { Check } from 'lucide-react';
import { useStore } from 'zustand';
import { useActions } from '../actions/context';
import { openLesson, showLessonList } from '../actions/lessons';
import { lessonStore } from '../store/lesson';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { lessons } from './registry';
import './lessons.css';

export function LessonList() {
  const shown = useStore(lessonStore, (state) => state.listShown);
  const { workshops } = useActions();
  const done = useStore(lessonStore, (state) => state.done);
  return (
    <Dialog
      open={shown}
      title="Lessons"
      text="Each takes five to ten minutes, on real processes."
      onClose={() => showLessonList(false)}
    >
      <ol className="lesson-items">
        {lessons.map(({ name, title, idea }, index) => (
          <li key={name}>
            <button type="button" className="lesson-item" onClick={() => openLesson(name)}>
              <span className="lesson-item-number">{index + 1}</span>
              <span>
                <span className="lesson-item-title">{title}</span>
                <span className="lesson-item-idea">{idea}</span>
              </span>
              {done.includes(name) && <Check size={16} aria-label="done" />}
            </button>
          </li>
        ))}
      </ol>
      <div className="lesson-list-more">
        <Button
          onClick={() => {
            showLessonList(false);
            workshops.showList(true);
          }}
        >
          Workshops…
        </Button>
      </div>
    </Dialog>
  );
}
