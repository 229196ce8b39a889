/** Commands about lessons: the list of them, and each by its name. */
import { showGallery } from '../actions/gallery';
import { closeLesson, nextLesson, openLesson, showLessonList } from '../actions/lessons';
import { lessons } from '../lessons/registry';
import { lessonStore } from '../store/lesson';
import type { Command } from './command';

const isOpen = (): boolean => lessonStore.getState().open !== null;

export const lessonCommands: readonly Command[] = [
  { id: 'lessons', group: 'Lessons', text: 'Choose a lesson', chords: ['Mod+L'], act: () => showLessonList(true) },
  { id: 'lesson-next', group: 'Lessons', text: 'Next lesson', chords: [], act: nextLesson, applies: isOpen },
  { id: 'lesson-close', group: 'Lessons', text: 'Close the lesson', chords: [], act: closeLesson, applies: isOpen },
  {
    id: 'lesson-gallery',
    group: 'Lessons',
    text: 'Gallery of what cannot be pickled',
    chords: [],
    act: showGallery,
  },
  ...lessons.map(
    ({ name, title }, index): Command => ({
      id: `lesson-${name}`,
      group: 'Lessons',
      text: `Lesson ${index + 1}: ${title}`,
      chords: [],
      act: () => openLesson(name),
    }),
  ),
];
