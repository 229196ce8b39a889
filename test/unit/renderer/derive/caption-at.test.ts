import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionAt, chapterIndexAt } from '../../../../src/renderer/derive/caption-at';
import { pauseBetween } from '../../../../src/renderer/derive/pause-between';
import type { Chapter } from '../../../../src/shared/annotations';

const chapter = (atNs: number, pause = false): Chapter => ({
  atNs,
  title: `at ${atNs}`,
  caption: `says ${atNs}`,
  pause,
});
/** Moments are few, so that some are the same. */
const moments = fc.integer({ min: 0, max: 20 });
const chapters = fc
  .array(fc.tuple(moments, fc.boolean()))
  .map((all) => all.map(([atNs, pause]) => chapter(atNs, pause)).sort((a, b) => a.atNs - b.atNs));

describe('the caption of a moment', () => {
  it('is none before the first chapter, and where there are none', () => {
    expect(captionAt([], 5)).toBeNull();
    expect(captionAt([chapter(10)], 9.99)).toBeNull();
  });

  it('is that of a chapter from its begin on, up to the next', () => {
    const told = [chapter(10), chapter(20)];
    expect(captionAt(told, 10)).toEqual({ title: 'at 10', caption: 'says 10' });
    expect(captionAt(told, 19.99)?.title).toBe('at 10');
    expect(captionAt(told, 20)?.title).toBe('at 20');
    expect(captionAt(told, 1e12)?.title).toBe('at 20');
  });

  it('is that of the last chapter that has begun, as if all were looked at', () => {
    fc.assert(
      fc.property(chapters, moments, (all, at) => {
        const begun = all.filter(({ atNs }) => atNs <= at);
        expect(chapterIndexAt(all, at)).toBe(begun.length - 1);
        expect(captionAt(all, at)?.title ?? null).toBe(begun.at(-1)?.title ?? null);
      }),
    );
  });
});

describe('a pause on the way', () => {
  it('is where a chapter with a pause begins, and not where replay stands already', () => {
    const all = [chapter(10, true), chapter(20), chapter(30, true)];
    expect(pauseBetween(all, 0, 15)).toBe(10);
    expect(pauseBetween(all, 10, 15)).toBeNull();
    expect(pauseBetween(all, 10, 30)).toBe(30);
    expect(pauseBetween(all, 15, 29)).toBeNull();
  });

  it('is the first one between, as if all were looked at; going back has none', () => {
    fc.assert(
      fc.property(chapters, moments, moments, (all, from, to) => {
        const between = all.filter(({ atNs, pause }) => pause && atNs > from && atNs <= to);
        expect(pauseBetween(all, from, to)).toBe(between[0]?.atNs ?? null);
      }),
    );
  });
});
