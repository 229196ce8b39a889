/** What may come next in a search that is being typed: names of fields, states, and the values that a run has. */
import { FIELD_NAMES, FIELDS, type FieldName, fieldOf } from './fields';
import { PHASE_NAMES } from './phase-names';
import { STATES, type State } from './query';

export interface Completion {
  /** What stands there instead of the word when it is chosen. */
  readonly text: string;
  readonly note: string;
}

export interface Completions {
  /** The word at the caret: characters [from, to). */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

/** Values that the run has. */
export interface Known {
  readonly pids: readonly number[];
  readonly errors: readonly string[];
}

const MOST = 8;
const BEFORE_CARET = /(?:(?<word>[\p{L}-]+)(?<operator>:|=|!=))?(?<typed>[\p{L}\p{N}_.-]*)$/u;

const STATE_NOTES: Readonly<Record<State, string>> = {
  pending: 'under way',
  completed: 'with a result',
  failed: 'raised an error',
  lost: 'lost with its worker',
  cancelled: 'not run',
  error: 'failed or lost',
  retried: 'a run after the first',
};

const WORDS: readonly Completion[] = [
  ...FIELD_NAMES.map((name) => ({ text: opened(name), note: FIELDS[name].note })),
  ...STATES.map((state) => ({ text: state, note: STATE_NOTES[state] })),
  { text: 'error:', note: 'name or message of the error' },
  { text: 'in:', note: 'under way in a phase now' },
  { text: 'not ', note: 'turns the next term round' },
  { text: 'or ', note: 'joins alternatives' },
];

export function complete(text: string, caret: number, known: Known): Completions {
  const before = text.slice(0, caret);
  const groups = BEFORE_CARET.exec(before)?.groups ?? {};
  // A minus before a word is a `not`.
  const typed = (groups.typed ?? '').replace(/^-+/, '');
  const rest = /^[\p{L}\p{N}_.-]*/u.exec(text.slice(caret))?.[0] ?? '';
  const place = { from: caret - typed.length, to: caret + rest.length };
  const field = groups.word?.replace(/^-+/, '').toLowerCase();
  const all = field === undefined ? WORDS : valuesOf(field, known);
  if (field === undefined && (typed === '' || rest !== '')) return { ...place, options: [] };
  const wanted = typed.toLowerCase();
  const options = all.filter(({ text: option }) => option.toLowerCase().startsWith(wanted));
  const finished = options.length === 1 && options[0]?.text.trim().toLowerCase() === wanted;
  return { ...place, options: finished ? [] : options.slice(0, MOST) };
}

function valuesOf(field: string, { pids, errors }: Known): readonly Completion[] {
  if (field === 'in' || field === 'phase') return Object.keys(PHASE_NAMES).map((text) => ({ text, note: 'phase' }));
  if (['is', 'state', 'outcome'].includes(field)) return STATES.map((text) => ({ text, note: STATE_NOTES[text] }));
  if (['error', 'errors', 'message'].includes(field)) return errors.map((text) => ({ text, note: 'in this run' }));
  return fieldOf(field) === 'pid' ? pids.map((pid) => ({ text: String(pid), note: 'in this run' })) : [];
}

function opened(name: FieldName): string {
  return name === 'at' || FIELDS[name].kind === 'number' ? `${name}:` : `${name}>`;
}
