/** Says what is wrong with a value in one sentence: where, what was expected, what was there. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Path as a person writes it: `input.items[2]`. Empty for the whole value. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key);
    if (!/^[\p{L}\p{N}_$-]+$/u.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

/** Value at `path` inside `root`, or undefined. */
function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );
}

const SHOWN_LENGTH = 40;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH - 1)}…` : text;
}

const TYPE_WORDS: Record<string, string> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
  undefined: 'nothing',
};

function expectation(issue: Issue): string {
  // A schema may say itself what it expects (src/shared/schema-words.ts); zod's own messages begin with a capital.
  if (/^[a-z]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `expected ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${unit(issue.origin, issue.minimum)}`;
    case 'too_big':
      return `expected ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}${unit(issue.origin, issue.maximum)}`;
    case 'invalid_value':
      return `expected ${issue.values.length === 1 ? shown(issue.values[0]) : `one of ${issue.values.map(String).join(', ')}`}`;
    case 'unrecognized_keys':
      return 'no such field';
    default:
      return issue.message;
  }
}

const UNITS: Record<string, string> = { string: 'character', array: 'element' };

function unit(origin: string, count: number | bigint): string {
  const word = UNITS[origin];
  return word === undefined ? '' : ` ${word}${count === 1 ? '' : 's'}`;
}

/** What to say was there. A whole object says nothing where the trouble is between its fields. */
function got(issue: Issue, root: unknown): string {
  if (issue.code === 'unrecognized_keys') return '';
  const value = valueAt(root, issue.path);
  return issue.code === 'custom' && typeof value === 'object' && value !== null ? '' : `, got ${shown(value)}`;
}

/** Path of the value that is wrong; for a field that should not be there, of that field. */
function place(issue: Issue): string {
  return pathText(issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path);
}

/**
 * @param root the value that was parsed, to quote from
 * @returns one sentence for the first issue, such as
 *   `pool.processes: expected a whole number from 1 to 256, got 10000`
 */
export function explainIssue(error: z.ZodError, root: unknown): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'not valid';
  const where = place(issue);
  return `${where === '' ? '' : `${where}: `}${expectation(issue)}${got(issue, root)}`;
}

/** One sentence for each value that is wrong, by its path; a path's first issue wins. For forms. */
export function issuesByPath(error: z.ZodError, root: unknown): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const issue of error.issues) sentences[place(issue)] ??= `${expectation(issue)}${got(issue, root)}`;
  return sentences;
}
