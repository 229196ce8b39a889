import { describe, expect, it } from 'vitest';
import { momentFigure, momentText } from '../../../../src/renderer/playback/moment-text';
import {
  fasterThan,
  firstSpeed,
  SPEEDS,
  slowerThan,
  speedText,
  speedToFit,
} from '../../../../src/renderer/playback/speeds';

describe('speeds of a replay', () => {
  it('hold those of a lesson and far slower ones', () => {
    for (const speed of [0.001, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 100]) expect(SPEEDS).toContain(speed);
  });

  it('go up and down the list from wherever they are', () => {
    expect(fasterThan(1)).toBe(2);
    expect(slowerThan(1)).toBe(0.5);
    expect(fasterThan(0.04123)).toBe(0.05);
    expect(slowerThan(0.04123)).toBe(0.025);
    expect(fasterThan(100)).toBe(100);
    expect(slowerThan(0.0001)).toBe(0.0001);
  });

  it('make a run of 50 ms last for ten seconds', () => {
    expect(speedToFit(50e6, 10)).toBe(0.005);
    expect(firstSpeed(50e6)).toBe(0.005);
    expect(firstSpeed(3600e9)).toBe(1);
    expect(speedText(0.0412345)).toBe('0.0412×');
    expect(speedText(100)).toBe('100×');
  });
});

describe('a moment in words', () => {
  it('keeps its unit from begin to end, and tells apart what is asked for', () => {
    expect(momentFigure(0, 412e6, 1e5)).toBe('0.0');
    expect(momentText(12.34e6, 412e6, 1e5)).toBe('12.3\u2009ms');
    expect(momentText(12.34e6, 4.12e9, 1e6)).toBe('0.012\u2009s');
    expect(momentText(62e9, 90e9, 1e9)).toBe('62\u2009s');
    expect(momentText(1500, 4e5, 10)).toBe('1.50\u2009µs');
  });
});
