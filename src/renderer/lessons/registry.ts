/** Every lesson by its name. */
import { LESSON_NAMES, type LessonName } from '../../shared/lesson-names';
import { breakEven } from './catalogue/break-even';
import { fourWorlds } from './catalogue/four-worlds';
import { mainGuard } from './catalogue/main-guard';
import { pickling } from './catalogue/pickling';
import { poolMethods } from './catalogue/pool-methods';
import { processesNotThreads } from './catalogue/processes-not-threads';
import { queues } from './catalogue/queues';
import { sharedMemory } from './catalogue/shared-memory';
import type { Lesson } from './lesson';

const all: Readonly<Record<LessonName, Lesson>> = {
  'processes-not-threads': processesNotThreads,
  'main-guard': mainGuard,
  'pool-methods': poolMethods,
  pickling,
  queues,
  'shared-memory': sharedMemory,
  'break-even': breakEven,
  'four-worlds': fourWorlds,
};

/** In the order in which they are taken. */
export const lessons: readonly Lesson[] = LESSON_NAMES.map((name) => all[name]);

export const lessonOf = (name: LessonName): Lesson => all[name];

/** The one after it; null: it is the last. */
export function lessonAfter(name: LessonName): Lesson | null {
  return lessons[lessons.findIndex((lesson) => lesson.name === name) + 1] ?? null;
}
