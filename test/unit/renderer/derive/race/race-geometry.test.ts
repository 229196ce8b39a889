import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hatchLines } from '../../../../../src/renderer/derive/race/hatch-lines';
import { hitRace } from '../../../../../src/renderer/derive/race/hit-race';
import { AXIS_PX, clockX, raceLayout, tileX } from '../../../../../src/renderer/derive/race/race-layout';
import { stretches } from '../../../../../src/renderer/derive/race/stretches';
import { makeHeat } from '../../../../fixtures/make-heat';

describe('the layout of a race', () => {
  it('puts few heats below each other, so that one moment is one line down', () => {
    const { columns, boxes } = raceLayout(1900, [2, 2, 2, 2]);
    expect(columns).toBe(1);
    expect(new Set(boxes.map(({ plotX, plotWidth }) => `${plotX} ${plotWidth}`)).size).toBe(1);
  });

  it('puts many side by side where there is room', () => {
    expect(raceLayout(1400, Array(10).fill(2)).columns).toBe(3);
    expect(raceLayout(600, Array(10).fill(2)).columns).toBe(1);
  });

  it('gives each heat a place of its own below the axis', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 3000 }),
        fc.array(fc.integer({ min: 1, max: 64 }), { maxLength: 24 }),
        (width, slots) => {
          const { boxes, heightPx } = raceLayout(width, slots);
          expect(boxes.length).toBe(slots.length);
          for (const [index, box] of boxes.entries()) {
            expect(box.y).toBeGreaterThanOrEqual(AXIS_PX);
            expect(box.y + box.height).toBeLessThanOrEqual(heightPx);
            expect(box.waitY).toBeGreaterThanOrEqual(box.lanesY + box.slots * box.laneHeight);
            for (const other of boxes.slice(index + 1)) {
              const apart = other.y >= box.y + box.height || Math.abs(other.x - box.x) >= box.width - 1e-6;
              expect(apart).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('has one clock: the same moment lies equally far from the edge of each heat', () => {
    const { boxes } = raceLayout(1400, Array(10).fill(2));
    const from = boxes.map((box) => clockX(box, 1000, 250) - box.plotX);
    for (const px of from) expect(px).toBeCloseTo(from[0] ?? 0);
  });
});

describe('what lies under a point', () => {
  const heat = makeHeat([
    { task: 0, begin: 0, end: 100, completed: 101, delivered: 102 },
    { task: 1, slot: 1, begin: 0, end: 10, completed: 11, delivered: 103 },
    { task: 2, slot: 1, begin: 12, end: 20, completed: 21, delivered: 104 },
  ]);
  const { boxes } = raceLayout(800, [2, 2]);
  const [box] = boxes;
  if (box === undefined) throw new Error('there are two');
  const at = (x: number, y: number) => hitRace(boxes, [heat, undefined], 104, x, y);

  it('is the task that a worker ran then', () => {
    expect(at(clockX(box, 104, 50), box.lanesY + 2)).toEqual({ contestant: 0, row: 0 });
    expect(at(clockX(box, 104, 15), box.lanesY + box.laneHeight + 2)).toEqual({ contestant: 0, row: 2 });
    expect(at(clockX(box, 104, 60), box.lanesY + box.laneHeight + 2)).toEqual({ contestant: 0, row: null });
  });

  it('is the tile of a tape, by its place in the order', () => {
    const middle = (place: number) => tileX(box, 3, place + 0.5);
    expect([0, 1, 2].map((place) => at(middle(place), box.completedY + 3)?.row)).toEqual([1, 2, 0]);
    expect([0, 1, 2].map((place) => at(middle(place), box.deliveredY + 3)?.row)).toEqual([0, 1, 2]);
  });

  it('is a heat without a task before it has run, and nothing outside', () => {
    expect(at(400, (boxes[1]?.lanesY ?? 0) + 3)).toEqual({ contestant: 1, row: null });
    expect(at(400, 5)).toBeNull();
  });
});

describe('stretches', () => {
  it('join neighbours, and cover exactly the places that are in', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (places) => {
        const found = stretches(places.length, (place) => places[place] === true);
        const covered = places.map((_, place) => found.some(({ from, to }) => place >= from && place < to));
        expect(covered).toEqual(places);
        for (const [index, { from }] of found.entries()) {
          if (index > 0) expect(from).toBeGreaterThan(found[index - 1]?.to ?? 0);
        }
      }),
    );
  });
});

describe('a hatch', () => {
  it('stays within its rectangle, and rises to the right', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 })),
        ([x, y, width, height]) => {
          for (const [x1, y1, x2, y2] of hatchLines(x, y, width, height, 5)) {
            for (const px of [x1, x2]) expect(px >= x && px <= x + width).toBe(true);
            for (const px of [y1, y2]) expect(px >= y && px <= y + height).toBe(true);
            expect(x2 - x1).toBeCloseTo(y1 - y2);
          }
        },
      ),
    );
  });

  it('is somewhere in every rectangle that is larger than its gap', () => {
    expect(hatchLines(100, 20, 12, 7, 5).length).toBeGreaterThan(0);
  });
});
