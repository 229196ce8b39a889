import { describe, expect, it } from 'vitest';
import { rowSpan } from '../../../../src/renderer/derive/row-span';
import { draftNote, saveDraft } from '../../../../src/renderer/store/notes';
import { onClick } from '../../../../src/renderer/timeline/gestures/click';
import { pointedAt } from '../../../../src/renderer/timeline/gestures/hover';
import { createNoteCommands } from '../../../../src/renderer/timeline/note-commands';
import { row as asRow, nanos } from '../../../../src/shared/units';
import { openTimeline } from './open-timeline';

const AXIS = { y: 16 };

function opened() {
  const timeline = openTimeline({ tasks: 32, workers: 2, chunksize: 2, meanNs: 20e6 });
  const { facts, view, notes, commands } = timeline;
  const add = (atNs: number, text: string): void => {
    draftNote(notes, nanos(atNs), null);
    saveDraft(notes, text);
  };
  return { ...timeline, add, noteCommands: createNoteCommands(facts, view, notes, commands) };
}

describe('a note on the axis', () => {
  it('has a flag where it is pinned, and none where it is out of view', () => {
    const timeline = opened();
    timeline.add(100e6, 'here');
    timeline.add(900e9, 'far away');
    timeline.draw();
    const x = Math.round(timeline.canvas.frame?.scale.toX(100e6) ?? 0);
    const flags = timeline.recorder.paths.filter(({ color, points }) => color === 'text' && points.length === 3);
    expect(flags.map(({ points }) => points[0]?.[0])).toEqual([x + 1]);
  });

  it('tells its text to the pointer, and opens its editor when it is clicked', () => {
    const timeline = opened();
    timeline.add(100e6, 'the pool is warm');
    timeline.draw();
    expect(pointedAt(timeline.canvas, timeline.at(100e6, AXIS)).hover).toMatchObject({ text: 'the pool is warm' });
    expect(pointedAt(timeline.canvas, timeline.at(100e6, { y: 60 })).hover?.text).not.toBe('the pool is warm');
    timeline.commands.select(asRow(3));
    onClick(timeline, timeline.at(100e6, AXIS));
    expect(timeline.notes.getState().draft).toMatchObject({ id: 1, text: 'the pool is warm' });
    expect(timeline.view.getState().selection).toEqual([3]);
  });
});

describe('pinning a note', () => {
  it('takes the task in focus, else the pointer, else the middle of the view', () => {
    const { noteCommands, notes, view, canvas, at, commands, facts } = opened();
    noteCommands.pin();
    const { viewport } = view.getState();
    expect(notes.getState().draft).toMatchObject({ atNs: (viewport.startNs + viewport.endNs) / 2, row: null });
    view.setState(pointedAt(canvas, at(70e6, AXIS)));
    noteCommands.pin();
    expect(notes.getState().draft?.atNs).toBeCloseTo(70e6, -2);
    commands.focus(asRow(4));
    noteCommands.pin();
    expect(notes.getState().draft).toMatchObject({ atNs: rowSpan(facts.getState(), 4)?.beginNs, row: 4 });
  });

  it('is gone to from the list of notes, with its task', () => {
    const { noteCommands, view, commands } = opened();
    commands.show(0, 1e6);
    noteCommands.goTo({ id: 1, atNs: nanos(150e6), row: asRow(5), text: '' });
    const { viewport, focusedRow } = view.getState();
    expect(viewport.startNs).toBeLessThan(150e6);
    expect(viewport.endNs).toBeGreaterThan(150e6);
    expect(focusedRow).toBe(5);
  });
});
