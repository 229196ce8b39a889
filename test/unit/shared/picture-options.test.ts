import { describe, expect, test } from 'vitest';
import { explainIssue } from '../../../src/shared/explain-issues';
import { MOST_SIDE_PX, pictureOptionsSchema, sizeTrouble } from '../../../src/shared/picture-options';

const sentence = (wishes: unknown): string => {
  const parsed = pictureOptionsSchema.safeParse(wishes);
  return parsed.success ? 'fine' : explainIssue(parsed.error, wishes);
};

describe('the options of a picture', () => {
  test('need nothing but a format', () => {
    expect(pictureOptionsSchema.parse({ format: 'png' })).toEqual({
      format: 'png',
      width: 1280,
      height: null,
      scale: 1,
      theme: 'light',
      startNs: null,
      endNs: null,
      groupBy: 'worker',
      colourBy: 'phase',
      laneSize: 'normal',
      title: true,
      legend: true,
      captions: true,
      atNs: null,
      seen: null,
      fps: null,
      seconds: 20,
      speed: null,
      titleCard: false,
    });
  });

  test.each([
    [{ format: 'bmp' }, 'format: expected one of png, svg, webm, mp4, gif, got "bmp"'],
    [{ format: 'png', width: 10 }, 'width: expected a whole number from 320 to 7680, got 10'],
    [{ format: 'png', width: 1280.5 }, 'width: expected a whole number from 320 to 7680, got 1280.5'],
    [{ format: 'png', height: 99_999 }, 'height: expected a whole number from 180 to 16384, got 99999'],
    [{ format: 'png', scale: 0 }, 'scale: expected a number from 0.5 to 4, got 0'],
    [{ format: 'png', theme: 'sepia' }, 'theme: expected light or dark, got "sepia"'],
    [{ format: 'png', startNs: 5, endNs: 5 }, 'endNs: expected to end after it begins, got 5'],
    [{ format: 'gif', fps: 0 }, 'fps: expected a number from 1 to 60, got 0'],
    [{ format: 'gif', speed: -1 }, 'speed: expected a number from 0.000001 to 1000, got -1'],
  ])('%j is answered with a sentence', (wishes, expected) => {
    expect(sentence(wishes)).toBe(expected);
  });
});

test('a picture that no canvas holds is refused in one sentence that says how large it would be', () => {
  expect(sizeTrouble(1280, 720)).toBeNull();
  expect(sizeTrouble(1280, MOST_SIDE_PX + 1)).toMatch(
    /^The picture would be 1,280 × 16,385 pixels, .* most; choose .*\.$/,
  );
  expect(sizeTrouble(16_000, 16_000)).toContain('16,000 × 16,000');
});
