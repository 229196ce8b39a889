import { describe, expect, it } from 'vitest';
import { parseTimelineOptions } from '../../../../bench/timeline/options';
import { parts } from '../../../../bench/timeline/parts';
import { partText } from '../../../../bench/timeline/table';
import { verdictsOf } from '../../../../bench/timeline/verdicts';

const million = parts.find(({ name }) => name === 'million') ?? parts[0];
if (million === undefined) throw new Error('there is nothing to measure');

describe('the timeline bench', () => {
  it('measures the parts that are asked for, all of them when none is', () => {
    expect(parseTimelineOptions([]).only).toEqual(parts.map(({ name }) => name));
    expect(parseTimelineOptions(['--only=live,million', '--seconds=2'])).toEqual({
      only: ['million', 'live'],
      gestureMs: 2000,
    });
  });

  it('refuses a part that it does not have', () => {
    expect(() => parseTimelineOptions(['--only=fast'])).toThrow(/expected some of/);
  });

  it('says which targets are met, and which are not', () => {
    const poolscope = { firstPictureMs: 1200, bytesPerTask: 150, 'pan.scriptP95': 7 };
    const answers = { poolscope };
    const verdicts = verdictsOf(million, answers);
    expect(verdicts.find(({ figure }) => figure === 'firstPictureMs')?.met).toBe(false);
    expect(verdicts.find(({ figure }) => figure === 'pan.scriptP95')?.met).toBe(true);
    const { name, title } = million;
    const text = partText({ name, title, tasks: 1e6, versions: {}, answers, failures: [], verdicts });
    expect(text).toMatch(/first picture, of the first tasks +1,200 ms +at most 1000: NOT MET/);
  });

  it('sets both viewers beside each other, with how many times as much the other one takes', () => {
    const answers = {
      poolscope: { pictureMs: 500, 'pan.scriptP95': 4, 'pan.frames': 60 },
      speedscope: { pictureMs: 2000, 'pan.scriptP95': 8, 'pan.frames': 20 },
    };
    const verdicts = verdictsOf(million, answers).filter(({ target }) => target === null);
    expect(verdicts.map(({ figure, value }) => [figure, value])).toEqual([
      ['speedscope / Poolscope: pictureMs', 4],
      ['speedscope / Poolscope: pan.scriptP95', 2],
    ]);
  });
});
