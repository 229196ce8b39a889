/** An array of numbers that tasks add to in shared memory: which of them are a task's, and how often it adds to each. */

/** Whether tasks have numbers of their own, or half of them in common with the task before and the one after. */
export const ARRAY_PARTS = ['own', 'overlapping'] as const;
export type ArrayParts = (typeof ARRAY_PARTS)[number];

/** Numbers that a task adds to, in turn. */
export const NUMBERS_EACH = 8;
/** More than this are refused: their array would not fit into what people share. */
export const MOST_ARRAY_TASKS = 65_536;

/** Index of the first of a task's numbers. */
export const firstNumber = (task: number, parts: ArrayParts): number =>
  task * (parts === 'own' ? NUMBERS_EACH : NUMBERS_EACH / 2);

/** How many numbers the array of so many tasks has. */
export const arrayLength = (tasks: number, parts: ArrayParts): number =>
  firstNumber(Math.max(1, tasks) - 1, parts) + NUMBERS_EACH;

/** How often a task of so many additions adds to its number at `position`. */
export const additionsTo = (position: number, additions: number): number =>
  Math.floor(additions / NUMBERS_EACH) + (position < additions % NUMBERS_EACH ? 1 : 0);
