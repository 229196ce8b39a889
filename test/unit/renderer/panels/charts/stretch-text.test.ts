import { describe, expect, it } from 'vitest';
import { stretchText } from '../../../../../src/renderer/panels/bottom/charts/stretch-text';
import { nanos } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';

const plain = (text: string): string => text.replaceAll('\u2009', ' ');

describe('which part of a run a chart shows', () => {
  const facts = makeFacts({ tasks: 30, workers: 3 });
  const live = makeFacts({ tasks: 30, workers: 3, batchNs: 150e6, stopAfter: 1 });
  const range = { startNs: nanos(120e6), endNs: nanos(340e6), workers: null };

  it('is the whole run, the run so far, or what the timeline shows', () => {
    expect(stretchText(facts, null, false)).toBe('the whole run');
    expect(stretchText(live, null, false)).toBe('so far');
    expect(stretchText(facts, null, true)).toBe('as the timeline shows');
  });

  it('is a range of time, in some lanes or in all', () => {
    expect(plain(stretchText(facts, range, false))).toBe('120 ms to 340 ms');
    expect(plain(stretchText(facts, { ...range, workers: [1] }, false))).toBe('120 ms to 340 ms, PID 4712');
    expect(plain(stretchText(facts, { ...range, workers: [0, 2] }, false))).toBe('120 ms to 340 ms, 2 workers');
  });
});
