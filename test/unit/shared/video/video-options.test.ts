import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { pictureOptionsSchema } from '../../../../src/shared/picture-options';
import { planFrames } from '../../../../src/shared/video/frame-plan';
import { speedInWords, videoTrouble } from '../../../../src/shared/video/video-limits';
import { planRequest, withVideoSize } from '../../../../src/shared/video/video-options';

const options = (wishes: object) => pictureOptionsSchema.parse({ format: 'webm', ...wishes });
const run = { originNs: 5e6, endNs: 305e6 };
const chapters = [{ atNs: 100e6, title: 'a', caption: 'b', pause: true }];

describe('the size of a video', () => {
  it('is an even number of pixels each way, at most one less than asked for', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 320, max: 7680 }),
      height: fc.option(fc.integer({ min: 180, max: 4320 })),
      scale: fc.constantFrom(0.5, 1, 1.25, 1.5, 2, 3),
    });
    fc.assert(
      fc.property(sizes, (size) => {
        const { width, height, scale } = withVideoSize(size);
        for (const [got, asked] of [
          [width, size.width],
          [height, size.height ?? (size.width * 9) / 16],
        ] as const) {
          const pixels = got * scale;
          expect(Math.abs(pixels / 2 - Math.round(pixels / 2))).toBeLessThan(1e-6);
          expect(Math.abs(pixels - asked * scale)).toBeLessThan(2);
        }
      }),
    );
  });
});

describe('what is asked for', () => {
  it('counts from the begin of the axis, and shows the whole run if nothing else is said', () => {
    expect(planRequest(options({}), run, [])).toMatchObject({ fromNs: 5e6, toNs: 305e6, fps: 30 });
    const part = planRequest(options({ startNs: 1e6, endNs: 2e6, format: 'gif' }), run, []);
    expect(part).toMatchObject({ fromNs: 6e6, toNs: 7e6, fps: 15, pace: { kind: 'fit', seconds: 20 } });
  });

  it('does not pause for captions that are not shown', () => {
    expect(planRequest(options({ captions: false }), run, chapters).chapters).toEqual([]);
    expect(planRequest(options({}), run, chapters).chapters).toEqual(chapters);
  });
});

test.each([
  ['gif', { seconds: 60 }, { width: 800, height: 450 }, /^The video would have 900 frames, and 600 .*, or WebM\.$/],
  ['webm', { seconds: 3600 }, { width: 800, height: 450 }, /^The video would have 108,000 frames, and 20,000 /],
  ['gif', { fps: 60, seconds: 2 }, { width: 800, height: 450 }, /^A GIF shows at most 50 frames a second\.$/],
  [
    'mp4',
    {},
    { width: 5120, height: 2880 },
    /^The video would be 5120 × 2880 pixels, and 4,096 a side are the most\.$/,
  ],
] as const)('%s with %j is refused in one sentence', (format, wishes, size, sentence) => {
  const plan = planFrames(planRequest(options({ format, ...wishes }), run, []));
  expect(videoTrouble(format, plan, size)).toMatch(sentence);
});

test('a video of the usual kind is not refused', () => {
  const plan = planFrames(planRequest(options({}), run, chapters));
  expect(videoTrouble('webm', plan, { width: 1920, height: 1080 })).toBeNull();
});

test.each([
  [1, 'real time'],
  [1.002, 'real time'],
  [1 / 67, 'slowed down 67×'],
  [0.4, 'slowed down 2.5×'],
  [3, 'sped up 3×'],
  [1 / 12_345, 'slowed down 12,345×'],
])('a speed of %f is %s', (speed, words) => {
  expect(speedInWords(speed)).toBe(words);
});
