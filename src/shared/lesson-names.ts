/** The lessons by the names that the command line and settings use, in the order in which they are taken. */
export const LESSON_NAMES = [
  'processes-not-threads',
  'main-guard',
  'pool-methods',
  'pickling',
  'queues',
  'shared-memory',
  'break-even',
  'four-worlds',
] as const;
export type LessonName = (typeof LESSON_NAMES)[number];

export const isLessonName = (name: string): name is LessonName => (LESSON_NAMES as readonly string[]).includes(name);
