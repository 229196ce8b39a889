import { describe, expect, it } from 'vitest';
import { Pinch } from '../../../../../src/renderer/timeline/gestures/pinch';

function twoFingers(): Pinch {
  const pinch = new Pinch();
  pinch.down(1, { x: 100, y: 50 });
  pinch.down(2, { x: 200, y: 50 });
  return pinch;
}

describe('two fingers', () => {
  it('zoom by how far they part, about their middle', () => {
    expect(twoFingers().move(2, { x: 300, y: 50 })).toEqual({ factor: 2, atX: 200, byX: 50 });
    expect(twoFingers().move(1, { x: 150, y: 50 })?.factor).toBe(0.5);
  });

  it('pan when they move together', () => {
    const pinch = twoFingers();
    const steps = [pinch.move(1, { x: 140, y: 50 }), pinch.move(2, { x: 240, y: 50 })];
    expect(steps.reduce((sum, step) => sum + (step?.byX ?? 0), 0)).toBe(40);
    expect(steps.reduce((product, step) => product * (step?.factor ?? 1), 1)).toBeCloseTo(1);
  });

  it('do not leap where they nearly touch', () => {
    const pinch = new Pinch();
    pinch.down(1, { x: 100, y: 50 });
    pinch.down(2, { x: 100, y: 50 });
    expect(pinch.move(2, { x: 108, y: 50 })?.factor).toBe(1);
  });

  it('are two: one alone does nothing, nor does a third', () => {
    const pinch = new Pinch();
    pinch.down(1, { x: 100, y: 50 });
    expect(pinch.move(1, { x: 120, y: 50 })).toBeNull();
    pinch.down(2, { x: 200, y: 50 });
    pinch.down(3, { x: 300, y: 50 });
    expect(pinch.move(1, { x: 130, y: 50 })).toBeNull();
    pinch.up(3);
    expect(pinch.move(9, { x: 130, y: 50 })).toBeNull();
    expect(pinch.move(1, { x: 120, y: 50 })).not.toBeNull();
  });
});
