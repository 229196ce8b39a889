import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import { LaneGaps } from '../../../../../src/renderer/derive/why-idle/lane-gaps';
import { arrangementOf, createLaneStore } from '../../../../../src/renderer/store/lane-settings';
import type { Evidence, Gap } from '../../../../../src/renderer/store/view';
import { LaneStack } from '../../../../../src/renderer/timeline/lane-stack';
import { type Layout, layOut } from '../../../../../src/renderer/timeline/layout';
import { evidenceOverlay } from '../../../../../src/renderer/timeline/overlays/evidence';
import { GUTTER } from '../../../../../src/renderer/timeline/track';
import { callerTrack } from '../../../../../src/renderer/timeline/tracks/caller';
import { workerTrack } from '../../../../../src/renderer/timeline/tracks/worker';
import { nanos } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';
import { makeFrame } from '../make-frame';
import { testTheme } from '../recording-context';

const facts = makeFacts({ tasks: 24, workers: 4 });
/** The caller at the top, then as many lanes as fit. */
const lanes = new LaneStack(workerTrack);
lanes.update({ order: [0, 1, 2, 3], arrangement: arrangementOf(createLaneStore().getState()), height: 28 });
const layout = (viewHeight: number, scrollTop = 0): Layout =>
  layOut({ head: [callerTrack], lanes, foot: [], viewHeight, scrollTop });

function boot(worker: number): Gap {
  const gap = LaneGaps.of(facts, runIndexOf(facts), worker)?.from(0);
  if (gap === null || gap === undefined) throw new Error('workers boot');
  return gap;
}

function drawn(gap: Gap | null, evidence: readonly Evidence[], on = layout(400)) {
  const { frame, recorder } = makeFrame(facts, { gap, evidence });
  evidenceOverlay.draw(recorder.context, frame, on);
  const outlines = recorder.outlines.filter(({ color }) => color === testTheme.colors.text);
  return { frame, outlines, tags: recorder.texts };
}

describe('the gap that was asked about', () => {
  it('is framed on its lane from its begin to its end, and bears a question mark', () => {
    const gap = boot(2);
    const { frame, outlines, tags } = drawn(gap, []);
    expect(outlines).toHaveLength(1);
    expect(outlines[0]?.x).toBeCloseTo(frame.scale.toX(gap.startNs), 3);
    expect(outlines[0]?.width).toBeCloseTo(frame.scale.toX(gap.endNs) - frame.scale.toX(gap.startNs), 3);
    const lane = layout(400).lanes[2];
    expect(outlines[0]?.y).toBeGreaterThanOrEqual(lane?.top ?? Number.NaN);
    expect((outlines[0]?.y ?? 0) + (outlines[0]?.height ?? 0)).toBeLessThanOrEqual((lane?.top ?? 0) + 28);
    expect(tags.map(({ text }) => text)).toEqual(['?']);
  });

  it('is framed 8 px wide where it is too short to see', () => {
    const at = boot(0).endNs;
    const { outlines } = drawn({ worker: 0, startNs: at, endNs: nanos(at + 6e3) }, []);
    expect(outlines[0]?.width).toBe(8);
  });

  it('is not drawn while its lane is scrolled out of view', () => {
    expect(drawn(boot(0), [], layout(28 * 3, 28 * 2)).outlines).toEqual([]);
  });
});

describe('what proves the answer', () => {
  it('is framed and numbered, on the lanes of its workers and on that of the caller', () => {
    const { startNs, endNs } = boot(1);
    const { outlines, tags } = drawn(null, [
      { worker: 1, startNs, endNs },
      { worker: null, startNs, endNs },
    ]);
    expect(tags.map(({ text }) => text)).toEqual(['1', '2']);
    const on = layout(400);
    expect(outlines[0]?.y).toBeGreaterThanOrEqual(on.lanes[1]?.top ?? Number.NaN);
    expect(outlines[1]?.y).toBeLessThan(callerTrack.height);
  });

  it('of which only a part is in view keeps its number in view', () => {
    const { startNs, endNs } = boot(1);
    const { frame, recorder } = makeFrame(facts, {
      evidence: [{ worker: 1, startNs, endNs }],
      viewport: { startNs: nanos((startNs + endNs) / 2), endNs: nanos(endNs * 2) },
    });
    evidenceOverlay.draw(recorder.context, frame, layout(400));
    expect(recorder.texts[0]?.x).toBeGreaterThanOrEqual(GUTTER);
  });

  it('is not drawn where it is out of view, nor is anything where nothing was asked', () => {
    expect(drawn(null, [{ worker: 1, startNs: nanos(9e12), endNs: nanos(9.1e12) }]).outlines).toEqual([]);
    expect(drawn(null, []).outlines).toEqual([]);
  });
});
