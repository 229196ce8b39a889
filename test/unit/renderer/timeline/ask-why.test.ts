import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { LaneGaps } from '../../../../src/renderer/derive/why-idle/lane-gaps';
import { askBeside, askNext, showEvidence } from '../../../../src/renderer/timeline/ask-why';
import { onClick } from '../../../../src/renderer/timeline/gestures/click';
import { row as asRow } from '../../../../src/shared/units';
import { openTimeline, type TestTimeline } from './open-timeline';

const run = { tasks: 24, workers: 2, chunksize: 1, meanNs: 20e6 };

function gapsOf({ facts }: TestTimeline, worker: number): LaneGaps {
  const now = facts.getState();
  const gaps = LaneGaps.of(now, runIndexOf(now), worker);
  if (gaps === null) throw new Error('the run has this worker');
  return gaps;
}

describe('asking by key', () => {
  it('begins with the gap after the focused task', () => {
    const timeline = openTimeline(run);
    const row = runIndexOf(timeline.facts.getState()).lanes[1]?.rows.array[3] ?? 0;
    timeline.commands.focus(asRow(row));
    askNext(timeline);
    const { gap } = timeline.view.getState();
    const end = timeline.facts.getState().data.table.columns.resultDumpsEnd[row];
    expect(gap).toMatchObject({ worker: 1, startNs: end });
  });

  it('begins with the first gap in view where nothing is focused', () => {
    const timeline = openTimeline(run);
    askNext(timeline);
    expect(timeline.view.getState().gap).toMatchObject({ worker: 0, startNs: 0 });
  });

  it('goes from gap to gap along the lane, comes round at the end, and goes back', () => {
    const timeline = openTimeline(run);
    const first = gapsOf(timeline, 0).from(Number.NEGATIVE_INFINITY);
    askNext(timeline);
    const seen = new Set<number>();
    for (let gap = timeline.view.getState().gap; gap !== null && !seen.has(gap.startNs); ) {
      seen.add(gap.startNs);
      askNext(timeline);
      gap = timeline.view.getState().gap;
      expect(gap?.worker).toBe(0);
    }
    expect(seen.size).toBeGreaterThan(5);
    expect(timeline.view.getState().gap).toEqual(first);
    askNext(timeline);
    askBeside(timeline, -1);
    expect(timeline.view.getState().gap).toEqual(first);
    // There is none before the first.
    askBeside(timeline, -1);
    expect(timeline.view.getState().gap).toEqual(first);
  });

  it('brings the gap into view, and Show all that proves the answer', () => {
    const timeline = openTimeline(run);
    timeline.commands.show(0, 1e6);
    askNext(timeline);
    askNext(timeline);
    const { gap, viewport, evidence } = timeline.view.getState();
    expect(evidence.length).toBeGreaterThan(0);
    expect(gap?.startNs).toBeGreaterThanOrEqual(viewport.startNs);
    expect(gap?.endNs).toBeLessThanOrEqual(viewport.endNs);
    showEvidence(timeline);
    const shown = timeline.view.getState().viewport;
    for (const { startNs, endNs } of evidence) {
      expect(startNs).toBeGreaterThanOrEqual(shown.startNs);
      expect(endNs).toBeLessThanOrEqual(shown.endNs);
    }
  });

  it('goes nowhere from a gap that nobody has asked about', () => {
    const timeline = openTimeline(run);
    askBeside(timeline, 1);
    showEvidence(timeline);
    expect(timeline.view.getState().gap).toBeNull();
  });
});

describe('asking by click', () => {
  it('asks about the gap under the pointer, and lets go with a click on a task or on nothing', () => {
    const timeline = openTimeline(run);
    const { startNs, endNs } = gapsOf(timeline, 1).from(0) ?? { startNs: 0, endNs: 0 };
    onClick(timeline, timeline.at((startNs + endNs) / 2, { worker: 1 }));
    expect(timeline.view.getState().gap).toMatchObject({ worker: 1, startNs, endNs });
    expect(timeline.view.getState().evidence).toHaveLength(1);
    onClick(timeline, timeline.at(endNs, { y: 10 }));
    expect(timeline.view.getState()).toMatchObject({ gap: null, evidence: [] });
  });
});
