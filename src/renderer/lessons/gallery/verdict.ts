/** An outcome in one word, for the list and for the eye. */
import type { GalleryOutcome } from '../../../shared/gallery';

export type Verdict = 'kept' | 'changed' | 'refused' | 'no-answer';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  kept: 'arrives',
  changed: 'arrives changed',
  refused: 'refused',
  'no-answer': 'no answer, ever',
};

export function verdictOf(outcome: GalleryOutcome): Verdict {
  if (outcome.outcome !== 'crossed') return outcome.outcome;
  return outcome.was === outcome.became ? 'kept' : 'changed';
}
