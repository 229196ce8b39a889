/**
 * Reads a search. Terms side by side must all hold; `or` is weaker; `-` or `not` before a term turns it round;
 * brackets group. A bare number is a task's index, a word that is no state is looked for in errors.
 *
 *   or   := and ('or' and)*        term := number | state | word | "text" | field ':' values | field '>' value
 *   and  := not+                   values := value (',' value)*, each `5`, `5-9` or `5-`
 *   not  := ('-' | 'not') not | '(' or ')' | term
 */
import { FIELD_NAMES, FIELDS, type FieldKind, type FieldName, fieldOf } from './fields';
import { nearest } from './nearest';
import { isPhaseName, PHASE_NAMES } from './phase-names';
import { NotUnderstood, notUnderstood, type Problem } from './problem';
import type { Query, Range, State } from './query';
import { STATES } from './query';
import { amount, EXPECTED, readValue, type Value } from './units';

export type Parsed =
  | { readonly query: Query | null; readonly problem: null }
  | { readonly query: null; readonly problem: Problem };

const STATE_WORDS: Readonly<Record<string, State>> = {
  ...Object.fromEntries(STATES.map((state) => [state, state])),
  done: 'completed',
  canceled: 'cancelled',
  errors: 'error',
  retries: 'retried',
};
/** Fields whose values are words. */
const STATE_FIELDS = ['is', 'state', 'outcome'];
const IN_FIELDS = ['in', 'phase'];
const ERROR_FIELDS = ['error', 'errors', 'message'];

/** @returns no query for a text without words */
export function parseQuery(text: string): Parsed {
  try {
    return { query: new Reader(text).all(), problem: null };
  } catch (error) {
    if (error instanceof NotUnderstood) return { query: null, problem: error.problem };
    throw error;
  }
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  all(): Query | null {
    this.space();
    if (this.at === this.text.length) return null;
    const query = this.or();
    if (this.at < this.text.length) this.fail(this.at, this.at + 1, 'no bracket is open here');
    return query;
  }

  private or(): Query {
    const parts = [this.and()];
    while (this.keyword('or')) parts.push(this.and());
    return combined('or', parts);
  }

  private and(): Query {
    const parts = [this.not()];
    for (;;) {
      if (this.keyword('and')) parts.push(this.not());
      else if (this.at === this.text.length || this.text[this.at] === ')' || this.sees('or')) break;
      else parts.push(this.not());
    }
    return combined('and', parts);
  }

  private not(): Query {
    if (this.skip(/[-!]\s*/y) !== null || this.keyword('not')) return { type: 'not', part: this.not() };
    const open = this.at;
    if (this.skip(/\(\s*/y) === null) return this.term();
    const query = this.or();
    if (this.skip(/\)\s*/y) === null) this.fail(open, open + 1, 'expected a closing bracket after it');
    return query;
  }

  private term(): Query {
    const from = this.at;
    const quoted = this.quoted();
    if (quoted !== null) return { type: 'text', text: quoted };
    this.skip(/#(?=\d)/y);
    if (/\d/.test(this.text[this.at] ?? '')) return this.values('task');
    const word = this.skip(/[\p{L}_][\p{L}\p{N}_.-]*/uy);
    if (word === null || word === 'or' || word === 'and') {
      const to = word === null ? from + 1 : this.at;
      return this.fail(from, to, 'expected a task, a state or a field, such as 17, failed or run>10ms');
    }
    const operator = this.skip(/\s*(?:>=|<=|!=|[:=<>])\s*/y)?.trim() ?? null;
    if (operator === null) return this.word(word, from);
    const known = word.toLowerCase();
    const part = this.comparison(known, operator, from);
    return operator === '!=' ? { type: 'not', part } : part;
  }

  /** A word alone: a state, or text of an error. */
  private word(word: string, from: number): Query {
    const state = STATE_WORDS[word.toLowerCase()];
    this.space();
    if (state !== undefined) return { type: 'state', state };
    const field = fieldOf(word);
    if (field !== null) return this.fail(from, from + word.length, `expected a comparison, such as ${example(field)}`);
    return { type: 'text', text: word };
  }

  private comparison(word: string, operator: string, from: number): Query {
    const equal = operator === ':' || operator === '=' || operator === '!=';
    const field = fieldOf(word);
    if (field !== null) return equal ? this.values(field) : this.bound(field, operator);
    const words = STATE_FIELDS.includes(word) || IN_FIELDS.includes(word) || ERROR_FIELDS.includes(word);
    if (!words) {
      const meant = nearest(word, [...FIELD_NAMES, 'error', 'in']);
      const hint = meant === null ? 'expected a field such as run, pid or task' : `did you mean ${meant}`;
      return this.fail(from, from + word.length, hint);
    }
    if (!equal)
      return this.fail(from + word.length, this.at, `expected a colon, such as ${word}:${SAMPLE[word] ?? 'run'}`);
    if (ERROR_FIELDS.includes(word)) return { type: 'text', text: this.errorText() };
    return STATE_FIELDS.includes(word) ? this.state() : this.phase();
  }

  private errorText(): string {
    const from = this.at;
    const text = this.quoted() ?? this.skip(/[^\s()"]+/y);
    if (text === null) return this.fail(from, from, 'expected the name of an error or a part of its message');
    this.space();
    return text;
  }

  private state(): Query {
    const from = this.at;
    const word = this.skip(/[\p{L}\p{N}_-]+/uy) ?? '';
    const state = STATE_WORDS[word.toLowerCase()];
    this.space();
    if (state === undefined) return this.fail(from, from + word.length, `expected one of ${STATES.join(', ')}`);
    return { type: 'state', state };
  }

  private phase(): Query {
    const from = this.at;
    const word = this.skip(/[\p{L}\p{N}_-]+/uy) ?? '';
    const phase = word.toLowerCase();
    this.space();
    if (isPhaseName(phase)) return { type: 'in', phase };
    return this.fail(from, from + word.length, `expected a phase: ${Object.keys(PHASE_NAMES).join(', ')}`);
  }

  /** After `:`: one or more values or ranges. */
  private values(field: FieldName): Query {
    const parts: Query[] = [];
    do parts.push(this.interval(field));
    while (this.skip(/,\s*/y) !== null);
    this.space();
    return combined('or', parts);
  }

  private interval(field: FieldName): Range {
    const { kind } = FIELDS[field];
    const from = this.at;
    const first = this.value(kind);
    // A minus after a space is a `not`.
    const dash = this.skip(/\s*(?:\.\.|–)\s*|-/y);
    if (dash === null) {
      const value = this.amount(first, kind, from);
      return { type: 'range', field, min: value, max: value, exclusive: false };
    }
    const middle = this.at;
    const last = readValue(this.text, this.at, kind);
    if (last === null) {
      if (/\S/.test(this.text[this.at] ?? ' ') && this.text[this.at] !== ')') this.value(kind);
      return {
        type: 'range',
        field,
        min: this.amount(first, kind, from),
        max: Number.POSITIVE_INFINITY,
        exclusive: false,
      };
    }
    this.at = last.end;
    const to = this.amount(last, kind, middle);
    // 10-20ms: the unit is meant for both.
    const begin = this.amount(first.unit === null ? { ...first, unit: last.unit } : first, kind, from);
    return { type: 'range', field, min: Math.min(begin, to), max: Math.max(begin, to), exclusive: false };
  }

  /** After `>` and its kin: one value. */
  private bound(field: FieldName, operator: string): Range {
    const { kind } = FIELDS[field];
    const from = this.at;
    const value = this.amount(this.value(kind), kind, from);
    const dash = this.at;
    if (this.skip(/-|\.\.|–/y) !== null) {
      return this.fail(
        dash,
        this.at,
        `expected one value after ${operator}; a range is ${field}:${this.text.slice(from, dash)}-…`,
      );
    }
    this.space();
    const above = operator.startsWith('>');
    return {
      type: 'range',
      field,
      min: above ? value : Number.NEGATIVE_INFINITY,
      max: above ? Number.POSITIVE_INFINITY : value,
      exclusive: !operator.endsWith('='),
    };
  }

  private value(kind: FieldKind): Value {
    const value = readValue(this.text, this.at, kind);
    if (value === null) return this.fail(this.at, this.wordEnd(), `expected ${EXPECTED[kind]}`);
    this.at = value.end;
    return value;
  }

  private amount(value: Value, kind: FieldKind, from: number): number {
    const found = amount(value, kind);
    // 10.5, 10x: what stands there is no number of this kind.
    const glued = /[\p{L}\p{N}_]/u.test(this.text[this.at] ?? ' ');
    if (found === null || glued)
      return this.fail(from, glued ? this.wordEnd() : value.end, `expected ${EXPECTED[kind]}`);
    return found;
  }

  private quoted(): string | null {
    const from = this.at;
    const found = this.skip(/"(?:[^"\\]|\\.)*"\s*/y);
    if (found !== null) return found.trim().slice(1, -1).replaceAll(/\\(.)/g, '$1');
    if (this.text[from] === '"') this.fail(from, this.text.length, 'expected a closing quotation mark');
    return null;
  }

  /** Takes a keyword and the space after it. */
  private keyword(word: 'or' | 'and' | 'not'): boolean {
    if (!this.sees(word)) return false;
    this.at += word.length;
    this.space();
    return true;
  }

  private sees(word: string): boolean {
    const next = this.text.slice(this.at, this.at + word.length + 1).toLowerCase();
    return next === word || (next.startsWith(word) && /[\s(]/.test(next.slice(word.length)));
  }

  private space(): void {
    this.skip(/\s+/y);
  }

  /** Takes what the sticky pattern finds here. */
  private skip(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at = pattern.lastIndex;
    return found[0];
  }

  private wordEnd(): number {
    const rest = /^[^\s()]*/.exec(this.text.slice(this.at))?.[0] ?? '';
    return this.at + rest.length;
  }

  private fail(from: number, to: number, expected: string): never {
    throw notUnderstood(this.text, from, to, expected);
  }
}

function combined(type: 'and' | 'or', parts: readonly Query[]): Query {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { type, parts };
}

const SAMPLE: Readonly<Record<string, string>> = {
  is: 'failed',
  state: 'failed',
  outcome: 'failed',
  error: 'ValueError',
  errors: 'ValueError',
  message: 'timeout',
};

function example(field: FieldName): string {
  return { number: `${field}:2`, duration: `${field}>10ms`, size: `${field}>64KB` }[FIELDS[field].kind];
}
