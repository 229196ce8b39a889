import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceMatches } from '../../../../../src/renderer/derive/slices/slice-search';
import { TimeScale } from '../../../../../src/renderer/timeline/time-scale';
import { GUTTER } from '../../../../../src/renderer/timeline/track';
import { rectsOfRow } from '../../../../../src/renderer/timeline/tracks/slice-rects';
import { sliceLaneHeight, sliceTrack } from '../../../../../src/renderer/timeline/tracks/slices';
import { formatDuration } from '../../../../../src/shared/format';
import type { SliceLane } from '../../../../../src/shared/slices';
import { nanos } from '../../../../../src/shared/units';
import { laneOf, type Span, sliceFactsOf } from '../../../../fixtures/slices';
import { makeFrame } from '../make-frame';

const stack: readonly Span[] = [
  ['main', 0, 1e6],
  ['load', 0, 300e3],
  ['run', 300e3, 900e3],
  ['inner', 400e3, 500e3],
];

function drawn(facts = sliceFactsOf([stack]), view: Parameters<typeof makeFrame>[1] = {}) {
  const [lane] = facts.data.slices.lanes as [SliceLane];
  const height = sliceLaneHeight(lane, 28);
  const track = sliceTrack(lane, 0, height);
  const test = makeFrame(facts, view);
  track.draw(test.recorder.context, test.frame, 0);
  return { ...test, track, height };
}

describe('a lane of slices', () => {
  it('is as high as its rows need', () => {
    expect(drawn().height).toBe(3 * 16 + 8);
    const [flat] = sliceFactsOf([[['a', 0, 1]]]).data.slices.lanes as [SliceLane];
    expect(sliceLaneHeight(flat, 28)).toBe(28);
  });

  it('draws each call below the one that made it, with its name where there is room', () => {
    const { recorder, frame } = drawn();
    const names = recorder.texts.filter(({ x }) => x > GUTTER);
    expect(names.map(({ text }) => text)).toEqual(['main', 'load', 'run', 'inner']);
    const [main, load, run, inner] = names.map(({ y }) => y) as [number, number, number, number];
    expect(load).toBeGreaterThan(main);
    expect(run).toBe(load);
    expect(inner).toBeGreaterThan(run);
    const x = frame.scale.toX(300e3);
    expect(recorder.rects.some((rect) => Math.abs(rect.x - x) < 0.01 && rect.y > 16 && rect.y < 32)).toBe(true);
  });

  it('tells what is under the pointer, and which slice it is', () => {
    const { track, frame } = drawn();
    expect(track.hit(frame.scale.toX(450e3), 4 + 2 * 16 + 5, frame)).toMatchObject({
      text: `inner · ${formatDuration(100e3)}`,
      slice: { lane: 0, slice: 3 },
    });
    expect(track.hit(frame.scale.toX(600e3), 4 + 2 * 16 + 5, frame)).toBeNull();
    expect(track.hit(frame.scale.toX(600e3), 4 + 16 + 5, frame)?.text).toMatch(/^run · 600/);
  });

  it('dims what is not searched for, and names it no more', () => {
    const facts = sliceFactsOf([stack]);
    const [lane] = facts.data.slices.lanes as [SliceLane];
    const { frame, recorder } = makeFrame(facts);
    const matches = sliceMatches(facts.data.slices, 'IN');
    expect(matches?.count).toBe(2);
    sliceTrack(lane, 0, 56).draw(recorder.context, { ...frame, sliceMatches: matches }, 0);
    expect(recorder.texts.filter(({ x }) => x > GUTTER).map(({ text }) => text)).toEqual(['main', 'inner']);
    expect(recorder.rects.filter(({ color }) => color === frame.theme.colors.dimmed)).toHaveLength(2);
  });

  it('outlines the selected slice', () => {
    const { recorder, frame } = drawn(sliceFactsOf([stack]), { slice: { lane: 0, slice: 2 } });
    expect(recorder.outlines).toHaveLength(1);
    expect(recorder.outlines[0]?.x).toBeCloseTo(frame.scale.toX(300e3) - 1, 5);
  });
});

describe('what is drawn of a row', () => {
  const spans = fc
    .array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 50 })), { minLength: 1, maxLength: 120 })
    .map((pairs) => {
      let at = 0;
      return pairs.map(([gap, length]): Span => {
        const begin = at + gap;
        at = begin + length;
        return ['x', begin, at];
      });
    });

  it('covers every slice in view, in order and without overlap, and tells only what has a pixel of its own', () => {
    fc.assert(
      fc.property(spans, fc.nat({ max: 500 }), fc.integer({ min: 1, max: 9000 }), (row, start, length) => {
        const lane = laneOf(row, []);
        if (lane.rows.length !== 2) return;
        const scale = new TimeScale({ startNs: nanos(start), endNs: nanos(start + length) }, GUTTER, 300);
        const rects = [...rectsOfRow(lane, 0, scale, Number.POSITIVE_INFINITY)];
        for (const [index, { x0, x1, slice }] of rects.entries()) {
          expect(x1).toBeGreaterThan(x0);
          if (slice >= 0) expect(x1 - x0).toBeGreaterThanOrEqual(1);
          expect(x0).toBeGreaterThanOrEqual((rects[index - 1]?.x1 ?? GUTTER - 1) - 1.001);
        }
        for (const [, begin, end] of row) {
          if (end <= start || begin > start + length) continue;
          const x = Math.max(GUTTER, scale.toX(begin));
          expect(rects.some(({ x0, x1 }) => x >= x0 - 0.001 && x < x1 + 1.001)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('costs what there are pixels, not slices', () => {
    const many = Array.from({ length: 200_000 }, (_, index): Span => ['x', index * 10, index * 10 + 9]);
    const lane = laneOf(many, []);
    const scale = new TimeScale({ startNs: nanos(0), endNs: nanos(2e6) }, GUTTER, 1000);
    expect([...rectsOfRow(lane, 0, scale, Number.POSITIVE_INFINITY)]).toHaveLength(1);
    const near = new TimeScale({ startNs: nanos(1e6), endNs: nanos(1e6 + 1000) }, GUTTER, 1000);
    expect([...rectsOfRow(lane, 0, near, Number.POSITIVE_INFINITY)].length).toBeLessThan(110);
  });
});
