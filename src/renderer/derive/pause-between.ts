/** Where replay has to stop on its way from one moment to the next. */
import type { Chapter } from '../../shared/annotations';
import { chapterIndexAt } from './caption-at';

/**
 * The first chapter with a pause that begins after `fromNs` and not after `toNs`: replay that stands on it has stopped
 * there already, and goes on. Scrubbing and going backwards stop nowhere.
 * @param chapters by time
 * @returns its begin, or null
 */
export function pauseBetween(chapters: readonly Chapter[], fromNs: number, toNs: number): number | null {
  for (let index = chapterIndexAt(chapters, fromNs) + 1; index < chapters.length; index++) {
    const chapter = chapters[index];
    if (chapter === undefined || chapter.atNs > toNs) return null;
    if (chapter.pause) return chapter.atNs;
  }
  return null;
}
