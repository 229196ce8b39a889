/** Why a search that is understood may find nothing: one sentence, or none. Errors are the likely reason. */
import type { Facts } from '../../store/facts';
import { FIELD_NAMES } from './fields';
import { nearest } from './nearest';
import { type Query, STATES } from './query';

/** How many errors a summary names. */
const MOST_NAMED = 1000;

export function searchHint(query: Query, { started, ended }: Pick<Facts, 'started' | 'ended'>): string | null {
  const [text] = textsIn(query);
  if (text === undefined) return null;
  const meant = nearest(text, [...STATES, ...FIELD_NAMES]);
  if (meant !== null) return `“${text}” is looked for in errors: did you mean ${meant}?`;
  if (started !== null && ended === null) return 'What errors say is known when the run has ended.';
  if ((ended?.summary.errors.length ?? 0) >= MOST_NAMED)
    return 'Only the first 1,000 errors of a run are kept with their words.';
  return null;
}

function textsIn(query: Query): readonly string[] {
  switch (query.type) {
    case 'and':
    case 'or':
      return query.parts.flatMap(textsIn);
    case 'not':
      return textsIn(query.part);
    default:
      return query.type === 'text' ? [query.text] : [];
  }
}
