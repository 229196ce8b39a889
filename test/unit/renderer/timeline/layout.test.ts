import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrangement } from '../../../../src/renderer/store/lane-settings';
import { COLLAPSED_HEIGHT } from '../../../../src/renderer/timeline/lane-bands';
import { LaneStack } from '../../../../src/renderer/timeline/lane-stack';
import { layOut, trackAt } from '../../../../src/renderer/timeline/layout';
import type { Track } from '../../../../src/renderer/timeline/track';
import { workerTrack } from '../../../../src/renderer/timeline/tracks/worker';

const plain = (id: string, height: number): Track => ({ id, height, draw: () => undefined, hit: () => null });
const head = [plain('axis', 24), plain('caller', 28)];
const foot = [plain('delivered', 28)];

interface Case {
  readonly keys: number[];
  readonly arrangement: Arrangement;
}

/** Lanes in some order, some collapsed, some of a height of their own. */
const cases: fc.Arbitrary<Case> = fc
  .uniqueArray(fc.nat(200), { maxLength: 60 })
  .chain((keys) =>
    fc.record({
      keys: fc.constant(keys),
      collapsed: fc.subarray(keys),
      heights: fc.array(fc.tuple(fc.constantFrom(-1, ...keys), fc.integer({ min: 12, max: 160 })), { maxLength: 20 }),
    }),
  )
  .map(({ keys, collapsed, heights }) => ({
    keys,
    arrangement: { order: [], collapsed: new Set(collapsed), heights: new Map(heights), only: null },
  }));

function stackOf({ keys, arrangement }: Case, height = 28): LaneStack {
  const stack = new LaneStack(workerTrack);
  stack.update({ groups: null, order: keys, arrangement, height });
  return stack;
}

/** The slow, obvious way: upper and lower edge of each lane when nothing is scrolled. */
function edges({ keys, arrangement: { collapsed, heights } }: Case): { key: number; top: number; bottom: number }[] {
  let top = 0;
  return keys.map((key) => {
    const height = collapsed.has(key) ? COLLAPSED_HEIGHT : (heights.get(key) ?? 28);
    top += height;
    return { key, top: top - height, bottom: top };
  });
}

describe('the layout', () => {
  it('shows exactly the lanes that are in view, each where adding up heights puts it', () => {
    fc.assert(
      fc.property(cases, fc.nat(800), fc.nat(9000), (drawn, viewHeight, scrollTop) => {
        const layout = layOut({ head, lanes: stackOf(drawn), foot, viewHeight, scrollTop });
        const all = edges(drawn);
        const height = all.at(-1)?.bottom ?? 0;
        const room = Math.max(0, viewHeight - 52 - 28);
        const scrolled = Math.min(scrollTop, Math.max(0, height - room));
        const expected = all.filter(({ top, bottom }) => room > 0 && bottom > scrolled && top < scrolled + room);
        expect(layout.lanes.map(({ track, top }) => [track.key, top])).toEqual(
          expected.map(({ key, top }) => [key, top - scrolled + 52]),
        );
        for (const { track, top } of layout.lanes) {
          const { key, bottom } = all.find((lane) => lane.key === track.key) ?? { key: -1, bottom: 0 };
          expect(top + track.height).toBe(bottom - scrolled + 52);
          expect(track.key).toBe(key);
        }
        expect(layout.contentHeight).toBe(52 + height + 28);
      }),
    );
  });

  it('finds the lane under a point', () => {
    fc.assert(
      fc.property(cases, fc.nat(8000), (drawn, y) => {
        const layout = layOut({ head, lanes: stackOf(drawn), foot, viewHeight: 1e6, scrollTop: 0 });
        const expected = edges(drawn).find(({ top, bottom }) => y - 52 >= top && y - 52 < bottom);
        const found = trackAt(layout, y)?.track;
        if (expected !== undefined) expect(found?.id).toBe(`worker-${expected.key}`);
        else expect(found?.id.startsWith('worker') ?? false).toBe(false);
      }),
    );
  });

  it('knows where a lane stands, and which are not shown', () => {
    const arrangement: Arrangement = { order: [], collapsed: new Set([4]), heights: new Map([[9, 60]]), only: null };
    const stack = stackOf({ keys: [4, 9, 2], arrangement });
    expect([4, 9, 2, 7].map((key) => stack.positionOf(key))).toEqual([0, 1, 2, -1]);
    expect([0, 1, 2, 3].map((position) => stack.topOf(position))).toEqual([0, 8, 68, 96]);
    stack.update({ groups: null, order: [4, 9, 2], arrangement: { ...arrangement, only: 9 }, height: 28 });
    expect(stack.keys).toEqual([9]);
    expect(stack.positionOf(2)).toBe(-1);
  });

  it('makes tracks for the lanes in view only, however many there are', () => {
    let made = 0;
    const stack = new LaneStack((key, height) => {
      made++;
      return workerTrack(key, height);
    });
    const order = Array.from({ length: 10_000 }, (_, key) => key);
    const arrangement: Arrangement = { order: [], collapsed: new Set(), heights: new Map(), only: null };
    for (const scrollTop of [0, 100_000, 1e9]) {
      stack.update({ groups: null, order, arrangement, height: 28 });
      layOut({ head, lanes: stack, foot, viewHeight: 600, scrollTop });
    }
    expect(made).toBeLessThan(70);
  });
});
