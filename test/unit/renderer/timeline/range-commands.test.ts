import { describe, expect, it } from 'vitest';
import { rowSpan } from '../../../../src/renderer/derive/row-span';
import { noFacts } from '../../../../src/renderer/store/facts';
import { createRangeCommands } from '../../../../src/renderer/timeline/range-commands';
import { row as asRow } from '../../../../src/shared/units';
import { openTimeline } from './open-timeline';

const run = { tasks: 32, workers: 2, chunksize: 2, meanNs: 20e6 };

function opened() {
  const timeline = openTimeline(run);
  const { facts, view, commands } = timeline;
  const span = (row: number) => rowSpan(facts.getState(), row) ?? { beginNs: Number.NaN, endNs: Number.NaN };
  return { ...timeline, range: createRangeCommands(facts, view, commands), span };
}

describe('the ends of the range by keyboard', () => {
  it('are the begin and the end of the tasks that arrow keys have reached', () => {
    const { range, commands, view, span } = opened();
    commands.focus(asRow(4));
    range.beginRange();
    commands.focus(asRow(9));
    range.endRange();
    expect(view.getState().range).toEqual({ startNs: span(4).beginNs, endNs: span(9).endNs, workers: null });
  });

  it('are the middle of the view without a task; the other end is that of the run', () => {
    const { range, view, facts } = opened();
    const { viewport } = view.getState();
    const middle = (viewport.startNs + viewport.endNs) / 2;
    range.beginRange();
    expect(view.getState().range).toMatchObject({ startNs: middle, endNs: facts.getState().ended?.at });
    view.setState({ range: null });
    range.endRange();
    expect(view.getState().range).toMatchObject({ startNs: 0, endNs: middle });
  });

  it('never cross', () => {
    const { range, commands, view, span, facts } = opened();
    commands.focus(asRow(2));
    range.endRange();
    commands.focus(asRow(20));
    range.beginRange();
    expect(view.getState().range).toMatchObject({ startNs: span(20).beginNs, endNs: facts.getState().ended?.at });
  });

  it('are not set before the first run', () => {
    const { range, view, facts } = opened();
    facts.setState(noFacts());
    range.beginRange();
    range.endRange();
    expect(view.getState().range).toBeNull();
  });
});

describe('zooming to what is pointed out', () => {
  it('goes to the range first, else to everything selected, else to the task in focus', () => {
    const { range, commands, view, span } = opened();
    commands.focus(asRow(3));
    range.zoomToSelection();
    expect(view.getState().viewport.startNs).toBeGreaterThan(span(3).beginNs * 0.9);
    expect(view.getState().viewport.endNs).toBeGreaterThan(span(3).endNs);
    commands.selectAll([asRow(3), asRow(12)]);
    range.zoomToSelection();
    expect(view.getState().viewport.startNs).toBeLessThan(span(3).beginNs);
    expect(view.getState().viewport.endNs).toBeGreaterThan(span(12).endNs);
    commands.focus(asRow(8));
    range.beginRange();
    range.zoomToSelection();
    expect(view.getState().viewport.startNs).toBeLessThan(span(8).beginNs);
  });

  it('can be gone back from', () => {
    const { range, commands, view } = opened();
    const before = view.getState().viewport;
    commands.focus(asRow(3));
    range.zoomToSelection();
    const zoomed = view.getState().viewport;
    commands.back();
    expect(view.getState()).toMatchObject({ viewport: before, fitted: true });
    commands.forward();
    expect(view.getState()).toMatchObject({ viewport: zoomed, fitted: false });
  });
});

describe('measuring what is selected', () => {
  it('gives the length of one task', () => {
    const { range, commands, view, span } = opened();
    commands.select(asRow(5));
    range.measureSelection();
    expect(view.getState().measure).toEqual({ startNs: span(5).beginNs, endNs: span(5).endNs });
  });

  it('gives the time between two, in whatever order they were selected', () => {
    const { range, commands, view, span } = opened();
    commands.selectAll([asRow(20), asRow(1)]);
    range.measureSelection();
    expect(view.getState().measure).toEqual({ startNs: span(1).endNs, endNs: span(20).beginNs });
  });

  it('gives the time from begin to begin where two overlap', () => {
    const { range, commands, view, span } = opened();
    // First tasks of both workers.
    commands.selectAll([asRow(0), asRow(2)]);
    range.measureSelection();
    const begins = [span(0).beginNs, span(2).beginNs].sort((a, b) => a - b);
    expect(view.getState().measure).toEqual({ startNs: begins[0], endNs: begins[1] });
  });
});
