import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LEAST_TASK_MS,
  MOST_BYTES,
  MOST_TASK_MS,
  mapScale,
  stepped,
} from '../../../../../src/renderer/derive/break-even/map-scale';
import { type Controls, settingOf } from '../../../../../src/renderer/derive/break-even/setting';
import { innerLines, speedupContours } from '../../../../../src/renderer/derive/break-even/speedup-map';
import { predict } from '../../../../../src/shared/break-even/predict';
import { COSTS } from '../../../../fixtures/costs';

const BOX = { left: 60, top: 20, width: 640, height: 320 };
const CONTROLS: Controls = { workers: 2, tasks: 100, chunksize: 1, countBoot: false, taskMs: 1, bytes: 0 };

describe('a place on the map', () => {
  const scale = mapScale(BOX);

  it('stands where it is pointed at, to three figures', () => {
    const places = fc.record({
      x: fc.double({ min: BOX.left, max: BOX.left + BOX.width, noNaN: true }),
      y: fc.double({ min: BOX.top, max: BOX.top + BOX.height - 40, noNaN: true }),
    });
    fc.assert(
      fc.property(places, ({ x, y }) => {
        const { taskMs, bytes } = scale.placeAt(x, y);
        expect(Math.abs(scale.xOf(taskMs) - x)).toBeLessThan(1);
        expect(Math.abs(scale.yOf(bytes) - y)).toBeLessThan(1);
      }),
    );
  });

  it('has no payload on the bottom line, and stays inside whatever it is', () => {
    expect(scale.placeAt(100, BOX.top + BOX.height).bytes).toBe(0);
    expect(scale.yOf(0)).toBe(BOX.top + BOX.height);
    expect(scale.xOf(1e9)).toBe(BOX.left + BOX.width);
    expect(scale.xOf(0)).toBe(BOX.left);
    expect(scale.yOf(1e12)).toBe(BOX.top);
  });

  it('comes back by as many steps as it went, and never leaves the map', () => {
    let place = { taskMs: 1, bytes: 0 };
    for (let step = 0; step < 200; step++) place = stepped(place, 1, 1);
    expect(place).toEqual({ taskMs: MOST_TASK_MS, bytes: MOST_BYTES });
    for (let step = 0; step < 200; step++) place = stepped(place, -1, -1);
    expect(place).toEqual({ taskMs: LEAST_TASK_MS, bytes: 0 });
    const up = stepped({ taskMs: 0.5, bytes: 0 }, 0, 1);
    expect(up).toEqual({ taskMs: 0.5, bytes: 1024 });
    expect(stepped(up, 0, -1)).toEqual({ taskMs: 0.5, bytes: 0 });
  });
});

describe('the line of a speed-up', () => {
  const contours = speedupContours(COSTS, CONTROLS, BOX);
  const scale = mapScale(BOX);

  it('runs through places where the model says that speed-up', () => {
    for (const level of [0.5, 1, 1.5]) {
      const contour = contours.find((one) => one.level === level);
      const points = contour === undefined ? [] : innerLines(contour, BOX).flat();
      expect(points.length, String(level)).toBeGreaterThan(10);
      for (const [x, y] of points) {
        // Where chunks are no longer sent ahead the model makes a step: nearby places lie on both sides of the line.
        const near = [-9, 0, 9].flatMap((dx) =>
          [-7, 0, 7].map((dy) => predict(COSTS, settingOf({ ...CONTROLS, ...scale.placeAt(x + dx, y + dy) })).speedup),
        );
        expect(Math.min(...near)).toBeLessThan(level * 1.05);
        expect(Math.max(...near)).toBeGreaterThan(level * 0.95);
      }
    }
  });

  it('has the whole map below it as the lowest band, and none that is never reached', () => {
    expect(contours[0]?.level).toBe(0);
    expect(contours.map(({ level }) => level)).toEqual([...contours.map(({ level }) => level)].sort((a, b) => a - b));
    expect(contours.at(-1)?.level).toBeLessThan(2);
  });
});
