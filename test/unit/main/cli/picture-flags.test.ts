import { describe, expect, test } from 'vitest';
import type { ExportFlags } from '../../../../src/main/cli/export-formats';
import { pictureOptions } from '../../../../src/main/cli/picture-flags';

const options = (flags: Partial<ExportFlags>) => pictureOptions({ format: 'png', out: 'a.png', ...flags });

describe('the options of a picture on the command line', () => {
  test('are numbers and moments in the units that people write', () => {
    const { width, height, scale, startNs, endNs } = options({
      width: '1920',
      height: '1080',
      scale: '1.5',
      from: '120ms',
      to: '1.5s',
    });
    expect({ width, height, scale, startNs, endNs }).toEqual({
      width: 1920,
      height: 1080,
      scale: 1.5,
      startNs: 120e6,
      endNs: 1.5e9,
    });
  });

  test.each([
    ['800us', 8e5],
    ['800 µs', 8e5],
    ['5ns', 5],
    ['-3', -3e6],
    ['0.25', 25e4],
  ])('%s is a moment', (text, ns) => {
    expect(options({ from: text }).startNs).toBe(ns);
  });

  test.each<[Partial<ExportFlags>, string]>([
    [{ width: 'wide' }, '--width: expected a whole number from 320 to 7680, got "wide"'],
    [{ height: '' }, '--height: expected a whole number from 180 to 16384, got ""'],
    [{ theme: 'sepia' }, '--theme: expected light or dark, got "sepia"'],
    [{ from: 'noon' }, '--from: expected a moment such as 120ms or 1.5s, got "noon"'],
    [{ from: '2s', to: '1s' }, '--to: expected a later moment than --from'],
    [{ groupBy: 'colour' }, '--group-by: expected one of worker, slot, chunk, got "colour"'],
    [{ scale: 'NaN' }, '--scale: expected a number from 0.5 to 4, got "NaN"'],
  ])('%j is answered with a sentence that names the option', (flags, sentence) => {
    expect(() => options(flags)).toThrow(sentence);
  });
});
