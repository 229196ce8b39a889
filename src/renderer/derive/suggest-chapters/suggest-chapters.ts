/**
 * Chapters for a run, drafted from its own facts: the same run has the same drafts. They are for a person to edit; the
 * figures in them are those of the header and the inspector.
 */
import { type Chapter, MOST_CAPTION_CHARS } from '../../../shared/annotations';
import type { Facts } from '../../store/facts';
import { isExperiment } from '../is-live';
import type { Suggest } from './draft';
import { suggestBegin, suggestEnd, suggestStart } from './experiment';
import { suggestBoot, suggestCall, suggestReturn } from './life';
import { suggestEmptyQueue, suggestFirstResult, suggestLongestTask } from './tasks';
import { suggestCrash, suggestFailure } from './trouble';

/** Of two at the same moment the first here comes first. */
const SUGGESTIONS: readonly Suggest[] = [
  suggestBoot,
  suggestCall,
  suggestLongestTask,
  suggestFirstResult,
  suggestCrash,
  suggestFailure,
  suggestEmptyQueue,
  suggestReturn,
];

const OF_AN_EXPERIMENT: readonly Suggest[] = [suggestStart, suggestBegin, suggestEnd];

/** Looks at every task once: for a press of a button, not for a frame. @returns by time */
export function suggestChapters(facts: Facts): readonly Chapter[] {
  if (facts.started === null) return [];
  return (isExperiment(facts) ? OF_AN_EXPERIMENT : SUGGESTIONS)
    .flatMap((suggest) => suggest(facts) ?? [])
    .filter(({ atNs }) => Number.isFinite(atNs))
    .map((chapter) => ({ ...chapter, caption: chapter.caption.slice(0, MOST_CAPTION_CHARS) }))
    .sort((a, b) => a.atNs - b.atNs);
}
