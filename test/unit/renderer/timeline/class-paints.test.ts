import { readFileSync } from 'node:fs';
import { rgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { CLASS_COLORS, spread } from '../../../../src/renderer/timeline/class-paints';
import { contrast, luminance, type Rgb } from '../../../../src/renderer/timeline/paint';

const css = readFileSync(new URL('../../../../src/renderer/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function token(theme: string, name: string): Rgb {
  const { r, g, b } = rgb(new RegExp(`${name}: (#[0-9a-f]{6});`).exec(theme)?.[1] ?? '');
  return [r, g, b];
}

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('colours of classes, %s', (name, theme) => {
  it('are all there', () => {
    for (const color of Object.values(CLASS_COLORS)) expect(token(theme, color), color).not.toContain(Number.NaN);
  });

  it('of neighbouring chunks differ in lightness: they are told apart without colour', () => {
    for (let tone = 1; tone <= 6; tone++) {
      const next = (tone % 6) + 1;
      expect(contrast(token(theme, `--tone-${tone}`), token(theme, `--tone-${next}`))).toBeGreaterThan(1.9);
    }
  });

  it.each(['duration', 'payload'])('of more %s are farther from the ground', (what) => {
    for (let step = 2; step <= 6; step++) {
      const difference =
        luminance(token(theme, `--${what}-${step}`)) - luminance(token(theme, `--${what}-${step - 1}`));
      expect(name === 'light' ? -difference : difference).toBeGreaterThan(0.015);
    }
  });

  it('leave a text on them readable', () => {
    for (const color of Object.values(CLASS_COLORS)) {
      const own = token(theme, color);
      expect(
        Math.max(contrast(own, token(theme, '--bg')), contrast(own, token(theme, '--text'))),
        color,
      ).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('fewer classes than colours', () => {
  it('are as far apart as they go', () => {
    expect(spread([1, 2, 3, 4, 5, 6], 2)).toEqual([1, 6]);
    expect(spread([1, 2, 3, 4, 5, 6], 1)).toEqual([4]);
    expect(spread([1, 2, 3], 5)).toEqual([1, 2, 3]);
    expect(spread([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 4, 6]);
  });
});
