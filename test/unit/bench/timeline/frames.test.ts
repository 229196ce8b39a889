import { describe, expect, it } from 'vitest';
import { frameFigures, type TraceEvent } from '../../../../bench/timeline/frames';

const PAGE = 10;
const MAIN = 1;

const event = (name: string, ts: number, dur: number, tid = MAIN): TraceEvent => {
  return { name, ph: 'X', pid: PAGE, tid, ts, dur };
};
const named: TraceEvent = {
  name: 'thread_name',
  ph: 'M',
  pid: PAGE,
  tid: MAIN,
  ts: 0,
  args: { name: 'CrRendererMain' },
};

describe('figures of frames', () => {
  it('count for a frame what ran since the one before, nested events once, all its callbacks together', () => {
    const figures = frameFigures(
      [
        named,
        event('EventDispatch', 1000, 2000),
        event('FunctionCall', 1500, 1000),
        event('RunTask', 4000, 6000),
        event('FireAnimationFrame', 4000, 4000),
        event('FireAnimationFrame', 8000, 1000),
        event('TimerFire', 12_000, 1000),
        event('RunTask', 20_000, 2000),
        event('FireAnimationFrame', 20_000, 1000),
      ],
      PAGE,
    );
    expect(figures.frames).toBe(2);
    expect(figures.scriptMax).toBe(7);
    expect(figures.scriptP50).toBe(4.5);
    expect(figures.framesPerSecond).toBeCloseTo(1e6 / 12_000);
  });

  it('leave out other threads and other processes', () => {
    const figures = frameFigures(
      [
        named,
        event('FunctionCall', 1000, 500, 2),
        { ...event('FunctionCall', 1000, 500), pid: 11 },
        event('RunTask', 4000, 1000),
        event('FireAnimationFrame', 4000, 1000),
      ],
      PAGE,
    );
    expect(figures.scriptMax).toBe(1);
  });

  it('count the whole of the main thread apart from scripts', () => {
    const figures = frameFigures(
      [
        named,
        event('RunTask', 0, 3000),
        event('RunTask', 4000, 6000),
        event('FireAnimationFrame', 4000, 1000),
        event('Paint', 6000, 2000),
      ],
      PAGE,
    );
    expect(figures.taskP95).toBe(9);
    expect(figures.scriptP95).toBe(1);
  });
});
