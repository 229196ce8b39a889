/**
 * A function of your own for the worker processes: Poolscope calls it once a task, with the task's item. It may be
 * asynchronous. Copy this file, change it, and choose it under Work, Workload, Your own function.
 */
const TEXT = 'the quick brown fox jumps over the lazy dog and the dog sleeps on in the sun ';

/** Counts words in a text of `thousands` times a thousand words. @returns the five most frequent words */
export default function wordCount(thousands) {
  const words = TEXT.repeat(Math.ceil((thousands * 1000) / 17)).split(' ');
  const counts = new Map();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, 5);
}
