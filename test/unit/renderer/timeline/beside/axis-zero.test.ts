import { afterEach, describe, expect, it } from 'vitest';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { momentNow } from '../../../../../src/renderer/playback/use-moment';
import { besideStore, factsStore, playbackStore } from '../../../../../src/renderer/store';
import { compareStore } from '../../../../../src/renderer/store/compare';
import { noFacts } from '../../../../../src/renderer/store/facts';
import { axisZeroNs, wholeExtent } from '../../../../../src/renderer/timeline/beside/alignment';
import { nanos } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';

const shown = makeFacts({ tasks: 40, workers: 2 });
const { originNs, endNs } = runExtent(shown);
const callNs = shown.calledAt ?? Number.NaN;

afterEach(() => {
  for (const store of [factsStore, besideStore]) store.setState(noFacts(), true);
  compareStore.setState({ alignBy: 'call' });
  playbackStore.setState({ atNs: null });
});

const wholeExtentNs = (): number => {
  const whole = wholeExtent(shown);
  return whole === null ? Number.NaN : whole.endNs - whole.originNs;
};

describe('the zero that moments are told from', () => {
  it('is the first worker of a run that stands alone', () => {
    factsStore.setState(shown, true);
    expect(callNs).toBeGreaterThan(originNs);
    expect(axisZeroNs(shown)).toBe(originNs);
    playbackStore.setState({ atNs: nanos(callNs) });
    expect(momentNow()).toEqual({ ns: callNs - originNs, beginNs: 0, lengthNs: endNs - originNs });
  });

  it('is that of the axis beside another run: the call, or the first worker where that is asked for', () => {
    factsStore.setState(shown, true);
    besideStore.setState(makeFacts({ tasks: 8, workers: 3 }), true);
    playbackStore.setState({ atNs: nanos(callNs) });
    expect(axisZeroNs(shown)).toBe(callNs);
    const moment = momentNow();
    expect(moment?.lengthNs).toBe(wholeExtentNs());
    expect((moment?.beginNs ?? 0) + (moment?.ns ?? 0)).toBe(0);
    compareStore.setState({ alignBy: 'spawn' });
    expect(axisZeroNs(shown)).toBe(originNs);
    expect(momentNow()?.beginNs).toBe(0);
  });
});
