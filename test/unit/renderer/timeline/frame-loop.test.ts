import { describe, expect, it } from 'vitest';
import { FrameLoop } from '../../../../src/renderer/timeline/frame-loop';
import { LiveClock } from '../../../../src/renderer/timeline/live-clock';

/** A screen whose frames come when the test says so. */
function screen() {
  const waiting = new Map<number, () => void>();
  let handle = 0;
  return {
    request: (callback: () => void): number => {
      waiting.set(++handle, callback);
      return handle;
    },
    cancel: (cancelled: number): void => void waiting.delete(cancelled),
    show(): number {
      const due = [...waiting.values()];
      waiting.clear();
      for (const callback of due) callback();
      return due.length;
    },
  };
}

describe('the frame loop', () => {
  it('draws once a frame, however often something changed, and rests when nothing does', () => {
    const clock = screen();
    let drawn = 0;
    const loop = new FrameLoop(() => {
      drawn++;
      return false;
    }, clock);
    for (let change = 0; change < 10; change++) loop.invalidate();
    clock.show();
    expect(drawn).toBe(1);
    expect(clock.show()).toBe(0);
    loop.invalidate();
    clock.show();
    expect(drawn).toBe(2);
  });

  it('goes on by itself while the run is live, and ends when told to', () => {
    const clock = screen();
    const loop = new FrameLoop(() => true, clock);
    loop.invalidate();
    expect([clock.show(), clock.show()]).toEqual([1, 1]);
    loop.stop();
    expect(clock.show()).toBe(0);
    loop.invalidate();
    expect(clock.show()).toBe(0);
  });
});

describe('the live clock', () => {
  it('moves on between batches, never back, and waits when no news comes', () => {
    const clock = new LiveClock();
    expect(clock.read(100e6, true, 0)).toBe(100e6);
    expect(clock.read(100e6, true, 10)).toBe(110e6);
    expect(clock.read(105e6, true, 12)).toBe(110e6);
    expect(clock.read(105e6, true, 60_000)).toBe(105e6 + 1e9);
  });

  it('shows the time of the last news when the run is over', () => {
    const clock = new LiveClock();
    clock.read(100e6, true, 0);
    expect(clock.read(130e6, false, 500)).toBe(130e6);
  });

  it('begins again with a new run', () => {
    const clock = new LiveClock();
    clock.read(900e6, true, 0);
    expect(clock.read(5e6, true, 1)).toBe(5e6);
  });
});
