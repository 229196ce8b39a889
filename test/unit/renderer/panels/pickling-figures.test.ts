import { describe, expect, it } from 'vitest';
import { picklingFigures } from '../../../../src/renderer/panels/bottom/pickling/pickling-figures';
import { noFacts } from '../../../../src/renderer/store/facts';
import { makeFacts } from '../../../fixtures/make-run';

describe('figures of pickling', () => {
  it('add up to the summary of the run', () => {
    const facts = makeFacts({ tasks: 300, workers: 3 });
    const { out, back, share, picklingNs } = picklingFigures(facts);
    const pickling = facts.ended?.summary.pickling;
    expect(out.bytes).toBe(pickling?.argsBytes);
    expect(back.bytes).toBe(pickling?.resultBytes);
    expect((out.dumpsNs + back.dumpsNs) / 1e6).toBeCloseTo(pickling?.dumpsMs ?? 0, 6);
    expect((out.loadsNs + back.loadsNs) / 1e6).toBeCloseTo(pickling?.loadsMs ?? 0, 6);
    expect(picklingNs).toBe(out.dumpsNs + out.loadsNs + back.dumpsNs + back.loadsNs);
    expect(share).toBeCloseTo(pickling?.shareOfBusy ?? 0, 9);
  });

  it('count each message in flight once, whatever its tasks', () => {
    const facts = makeFacts({ tasks: 120, chunksize: 10 });
    const { out, back } = picklingFigures(facts);
    expect(out.messages).toBe(12);
    expect(back.values).toBe(120);
    expect(out.flightNs).toBeGreaterThan(0);
    expect(back.flightNs).toBeCloseTo(12 * 40e3, -2);
  });

  it('say nothing of a share before there is anything', () => {
    expect(picklingFigures(noFacts()).share).toBeNaN();
  });
});
