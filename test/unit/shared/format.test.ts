import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatFactor,
  formatMicros,
  formatPercent,
  formatRate,
  formatRoundCount,
  formatTick,
} from '../../../src/shared/format';

const plain = (text: string): string => text.replaceAll('\u2009', ' ');

describe('times', () => {
  it.each([
    [0, '0 ns'],
    [820, '820 ns'],
    [12_100, '12.1 µs'],
    [999_700, '1.00 ms'],
    [3_400_000, '3.40 ms'],
    [412_345_678, '412 ms'],
    [1_250_000_000, '1.25 s'],
    [59_980_000_000, '1 min 00 s'],
    [125_000_000_000, '2 min 05 s'],
    [-84_000_000, '-84.0 ms'],
    [Number.NaN, '–'],
  ])('%d ns reads %s', (nanos, text) => {
    expect(plain(formatDuration(nanos))).toBe(text);
  });

  it('keeps µs whatever the size, to compare phases by', () => {
    expect(plain(formatMicros(800))).toBe('0.8 µs');
    expect(plain(formatMicros(12_100_400))).toBe('12,100 µs');
    expect(plain(formatMicros(0))).toBe('0 µs');
  });

  it('takes unit and decimals of a tick from the step, so that labels keep their form while panning', () => {
    expect(plain(formatTick(0, 200e6))).toBe('0.0 s');
    expect(plain(formatTick(400e6, 50e6))).toBe('400 ms');
    expect(plain(formatTick(1_000_200, 100))).toBe('1,000.2 µs');
    expect(plain(formatTick(1_000_100_000, 500))).toBe('1,000,100.0 µs');
    expect(plain(formatTick(120e9, 60e9))).toBe('2 min');
    expect(plain(formatTick(-0.0, 10e6))).toBe('0 ms');
  });
});

describe('sizes, counts and ratios', () => {
  it('scales bytes', () => {
    expect([0, 812, 1229, 1024 * 1024 * 48].map(formatBytes).map(plain)).toEqual([
      '0 B',
      '812 B',
      '1.20 KB',
      '48.0 MB',
    ]);
  });

  it('groups counts', () => {
    expect(formatCount(100_000)).toBe('100,000');
    expect([999, 12_345, 1_000_000, 1_234_567].map(formatRoundCount)).toEqual(['999', '12.3K', '1M', '1.23M']);
  });

  it('writes shares, factors and rates with few figures', () => {
    expect([0, 0.041, 0.0999, 0.5].map(formatPercent).map(plain)).toEqual(['0 %', '4.1 %', '10 %', '50 %']);
    expect([0.05, 2.94, 120].map(formatFactor)).toEqual(['0.05×', '2.9×', '120×']);
    expect([3.21, 24_900].map(formatRate).map(plain)).toEqual(['3.2 /s', '24,900 /s']);
  });

  it('says so where there is no number', () => {
    expect([formatBytes(Number.NaN), formatPercent(Number.NaN), formatFactor(Infinity)]).toEqual(['–', '–', '–']);
  });
});
