/** Says what is wrong with a value in one sentence: where, what was expected, what was there. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Path as a person writes it: `input.items[2]`. Empty for the whole value. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
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

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const TYPE_WORDS: Record<string, string> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
};

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `expected ${issue.origin === 'string' ? 'a longer text' : `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`}`;
    case 'too_big':
      if (issue.origin === 'string') return `expected at most ${issue.maximum} characters`;
      if (issue.origin === 'array') return `expected at most ${issue.maximum} elements`;
      return `expected ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `expected ${shown(issue.values[0])}`
        : `expected one of ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

/**
 * @param root the value that was parsed, to quote from
 * @returns one sentence for the first issue, such as `pool.processes: expected at most 256, got 10000`
 */
export function explainIssue(error: z.ZodError, root: unknown): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'not valid';
  if (issue.code === 'unrecognized_keys') {
    return `${pathText([...issue.path, issue.keys[0] ?? ''])}: this field is not known here`;
  }
  const where = pathText(issue.path);
  const what = expectation(issue);
  const got = issue.code === 'custom' ? '' : `, got ${shown(valueAt(root, issue.path))}`;
  return `${where === '' ? '' : `${where}: `}${what}${got}`;
}
