import { describe, expect, it } from 'vitest';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import type { InputContext } from '../../../../../src/renderer/timeline/gestures/gesture';
import { playheadGesture } from '../../../../../src/renderer/timeline/gestures/playhead';
import { GUTTER } from '../../../../../src/renderer/timeline/track';
import { nanos } from '../../../../../src/shared/units';
import { openTimeline } from '../open-timeline';

const AXIS_Y = 10;

function replayed(share: number | null) {
  const made = openTimeline({ tasks: 12, workers: 2 });
  const { originNs, endNs } = runExtent(made.facts.getState());
  const at = share === null ? null : originNs + (endNs - originNs) * share;
  const { frame } = made.canvas;
  if (frame !== null && at !== null) made.canvas.frame = { ...frame, asOfNs: at };
  const sought: number[] = [];
  const context: InputContext = { ...made, seek: (atNs) => sought.push(atNs) };
  return { ...made, context, sought, middle: (originNs + endNs) / 2 };
}

describe('a press on the axis', () => {
  it('moves the playhead there, and along with a drag', () => {
    const { context, at, sought, middle } = replayed(0.2);
    const point = at(middle, { y: AXIS_Y });
    const drag = playheadGesture.begin(context, point);
    playheadGesture.click?.(context, point);
    expect(sought[0]).toBeCloseTo(middle, -2);
    drag?.move(at(middle + 1e6, { y: AXIS_Y }));
    expect(sought[1]).toBeCloseTo(middle + 1e6, -2);
    drag?.move({ ...point, x: -500 });
    expect(sought[2]).toBeCloseTo(context.canvas.frame?.scale.startNs ?? 0, -2);
  });

  it('is none of its business below the axis, on the labels, or while nothing is replayed', () => {
    const { context, at, middle } = replayed(0.2);
    expect(playheadGesture.begin(context, at(middle, { worker: 0 }))).toBeNull();
    expect(playheadGesture.begin(context, { ...at(middle, { y: AXIS_Y }), x: GUTTER - 5 })).toBeNull();
    const whole = replayed(null);
    expect(playheadGesture.begin(whole.context, whole.at(middle, { y: AXIS_Y }))).toBeNull();
    expect(playheadGesture.cursor?.(whole.context, whole.at(middle, { y: AXIS_Y }))).toBeNull();
  });

  it('leaves the flag of a note to be opened', () => {
    const { context, at, middle, notes, draw } = replayed(0.9);
    notes.setState({ notes: [{ id: 1, atNs: nanos(middle), row: null, text: 'here' }] });
    expect(playheadGesture.begin(context, at(middle, { y: AXIS_Y }))).toBeNull();
    draw();
  });
});
