/**
 * A function of your own for the worker processes: Poolscope calls it once a task, with the task's item. It may be
 * asynchronous. Copy this file, change it, and choose it under Work, Workload, Your own function.
 */

/** Writes the letters of `word` in every order that there is. @returns how many there are, the first and the last */
export default function anagrams(word) {
  const letters = [...word].sort();
  const used = letters.map(() => false);
  let count = 0;
  let first = '';
  let last = '';

  function extend(text) {
    if (text.length === word.length) {
      count++;
      if (first === '') first = text;
      last = text;
      return;
    }
    for (let at = 0; at < letters.length; at++) {
      // Of letters that are alike, the left one goes first: the other way round would be the same word again.
      if (used[at] || (at > 0 && letters[at] === letters[at - 1] && !used[at - 1])) continue;
      used[at] = true;
      extend(text + letters[at]);
      used[at] = false;
    }
  }

  extend('');
  return { count, first, last };
}
