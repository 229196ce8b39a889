/** The fields of a search: how each is typed, what its values are, and a word about it for the completions. */
import type { PhaseName } from './phase-names';

export type FieldKind = 'number' | 'duration' | 'size';

export interface Field {
  readonly kind: FieldKind;
  readonly note: string;
}

const number = (note: string): Field => ({ kind: 'number', note });
const duration = (note: string): Field => ({ kind: 'duration', note });
const size = (note: string): Field => ({ kind: 'size', note });

const PHASE_FIELDS: Readonly<Record<PhaseName, Field>> = {
  run: duration('time of the run itself'),
  queue: duration('queue wait'),
  dumps: duration('dumps, there and back'),
  flight: duration('in flight, there and back'),
  loads: duration('loads, there and back'),
  order: duration('order wait'),
  'dumps-args': duration('dumps of the argument'),
  'dumps-result': duration('dumps of the result'),
  'flight-args': duration('argument in flight'),
  'flight-result': duration('result in flight'),
  'loads-args': duration('loads of the argument'),
  'loads-result': duration('loads of the result'),
};

type OtherField = (typeof OTHERS)[number];
const OTHERS = ['task', 'pid', 'worker', 'slot', 'chunk', 'attempt', 'total', 'args', 'result', 'bytes', 'at'] as const;

export type FieldName = PhaseName | OtherField;

export const FIELDS: Readonly<Record<FieldName, Field>> = {
  task: number('index of the task'),
  pid: number('process that ran it'),
  worker: number('number of the worker, replacements too'),
  slot: number('place in the pool, whoever holds it'),
  chunk: number('number of the chunk'),
  attempt: number('1 for the first run, 2 for the first retry'),
  ...PHASE_FIELDS,
  total: duration('from submit to delivery'),
  args: size('pickled argument'),
  result: size('pickled result'),
  bytes: size('argument and result together'),
  at: duration('worked on at that time of the run'),
};
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

/** Other words for the same, as people try them. */
export const FIELD_ALIASES: Readonly<Record<string, FieldName>> = {
  index: 'task',
  process: 'pid',
  retry: 'attempt',
  argument: 'args',
  arguments: 'args',
  results: 'result',
  size: 'bytes',
  time: 'at',
  wait: 'queue',
};

/** The field that a word names, or null. */
export function fieldOf(word: string): FieldName | null {
  const name = word.toLowerCase();
  if (Object.hasOwn(FIELDS, name)) return name as FieldName;
  return Object.hasOwn(FIELD_ALIASES, name) ? (FIELD_ALIASES[name] ?? null) : null;
}
