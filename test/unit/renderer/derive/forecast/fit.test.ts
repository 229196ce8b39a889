import { describe, expect, it } from 'vitest';
import { fitByteCost, meanCost } from '../../../../../src/renderer/derive/forecast/fit';

const NOTHING = { fixedNs: 0, perByteNs: 0 };
const samples = (...list: readonly (readonly [bytes: number, ns: number])[]) =>
  list.map(([bytes, ns]) => ({ bytes, ns }));

describe('the mean of costs', () => {
  it('counts one pause among few for no more than eight times the middle', () => {
    expect(meanCost([10, 10, 10, 10_000], 0)).toBe((3 * 10 + 80) / 4);
  });

  it('counts pauses in full among many: they come again', () => {
    const many = new Array<number>(299).fill(10);
    expect(meanCost([...many, 10_000], 0)).toBe((299 * 10 + 10_000) / 300);
  });

  it('is what is usual where there are none, and never below nothing', () => {
    expect(meanCost([], 7)).toBe(7);
    expect(meanCost([-5, -1], 7)).toBe(0);
  });
});

describe('a cost by bytes', () => {
  it('is a line through small and large messages', () => {
    const { fixedNs, perByteNs } = fitByteCost(
      samples([0, 1000], [0, 1000], [1e6, 2_001_000], [1e6, 2_001_000]),
      NOTHING,
    );
    expect(fixedNs).toBeCloseTo(1000, 6);
    expect(perByteNs).toBeCloseTo(2, 6);
  });

  it('does not fall with bytes', () => {
    expect(fitByteCost(samples([0, 5000], [1e6, 1000]), NOTHING)).toEqual({ fixedNs: 5000, perByteNs: 0 });
  });

  it('does not grow where all are small and alike', () => {
    expect(fitByteCost(samples([100, 40], [100, 60], [120, 50]), NOTHING)).toEqual({ fixedNs: 50, perByteNs: 0 });
  });

  it('is mostly that of the bytes where all are large and alike', () => {
    const { fixedNs, perByteNs } = fitByteCost(samples([1e6, 2.15e6], [1e6, 2.15e6]), NOTHING);
    expect(fixedNs).toBe(150_000);
    expect(perByteNs).toBe(2);
  });

  it('is what is usual where there are no samples', () => {
    expect(fitByteCost([], { fixedNs: 3, perByteNs: 4 })).toEqual({ fixedNs: 3, perByteNs: 4 });
  });
});
