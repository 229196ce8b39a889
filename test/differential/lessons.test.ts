import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LESSON_NAMES } from '../../src/shared/lesson-names';
import { python } from './run-python';

/** What each lesson's Python code prints; its text says no more than that. */
const PRINTS: Readonly<Record<string, readonly string[]>> = {
  'processes-not-threads': ['threads run in 1 process', "the pool's are others: True"],
  'main-guard': ['squares: [1, 4, 9, 16]', 'the program is __main__', 'to its workers it is __mp_main__'],
  'pool-methods': [
    'map returns 12 results at once',
    'imap gives the first item first: True',
    'imap_unordered gives a short one first: True',
    'apply_async calls back with a short one first: True',
    'get gives the first item first: True',
  ],
  pickling: ['four arguments of 1000000 bytes were pickled', 'bytes stay bytes: True', 'a lambda is refused: True'],
  queues: ['every item was got once: True', 'no item is left: True', 'join returned when each was dealt with: True'],
  'shared-memory': [
    'with the lock: True',
    'without it no more than that: True',
    'parts of their own lose nothing: True',
    'overlapping parts no more than that: True',
    'with the lock they lose nothing either: True',
    'the array was read by its name: True',
    'the same, pickled: True',
  ],
  'break-even': ['the same results: True', 'short tasks: the loop is quicker: True'],
  'four-worlds': [
    'the loop waits for one at a time: True',
    'threads wait side by side: True',
    'processes wait side by side: True',
    'async has all of them in flight: True',
  ],
};

const folder = fileURLToPath(new URL('../../resources/lessons/', import.meta.url));

it('every lesson has Python code, and every piece of it a lesson', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.py'));
  expect(files.sort()).toEqual(LESSON_NAMES.map((name) => `${name}.py`).sort());
  expect(Object.keys(PRINTS)).toEqual([...LESSON_NAMES]);
});

describe.skipIf(python === undefined)("the lessons' code on this machine's Python (skipped without python3)", () => {
  it.each(LESSON_NAMES)('%s does what its lesson says', { timeout: 120_000 }, (name) => {
    const { stdout, stderr, status } = spawnSync(python ?? '', [`${folder}${name}.py`], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trim().split(/\r?\n/)).toEqual(PRINTS[name]);
  });
});
