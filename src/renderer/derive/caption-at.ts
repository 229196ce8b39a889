/** Which chapter a moment belongs to, and what is said of it. The window shows it while it replays, a video has it in its frames. */
import type { Chapter } from '../../shared/annotations';

export interface Caption {
  readonly title: string;
  /** May be empty. */
  readonly caption: string;
}

/**
 * Position of the chapter that is being told at a moment: the last one that has begun. -1: none has.
 * @param chapters by time
 * @param atNs ns since the clock base
 */
export function chapterIndexAt(chapters: readonly Pick<Chapter, 'atNs'>[], atNs: number): number {
  let low = 0;
  let high = chapters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chapters[middle]?.atNs ?? Number.POSITIVE_INFINITY) <= atNs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @returns null before the first chapter, and where there is none */
export function captionAt(chapters: readonly Chapter[], atNs: number): Caption | null {
  const chapter = chapters[chapterIndexAt(chapters, atNs)];
  return chapter === undefined ? null : { title: chapter.title, caption: chapter.caption };
}
