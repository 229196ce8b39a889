import { describe, expect, it } from 'vitest';
import { addChapters } from '../../../../src/renderer/store/chapters';
import { onClick } from '../../../../src/renderer/timeline/gestures/click';
import { pointedAt } from '../../../../src/renderer/timeline/gestures/hover';
import { chaptersTrack } from '../../../../src/renderer/timeline/tracks/chapters';
import type { Chapter } from '../../../../src/shared/annotations';
import { row as asRow } from '../../../../src/shared/units';
import { openTimeline } from './open-timeline';
import { RecordingContext } from './recording-context';

/** Below the axis. */
const FLAG = { y: 28 + 12 };
const chapter = (atNs: number, title: string, caption = ''): Chapter => ({ atNs, title, caption, pause: true });

function opened(...chapters: Chapter[]) {
  const timeline = openTimeline({ tasks: 32, workers: 2, chunksize: 2, meanNs: 20e6 });
  addChapters(timeline.chapters, chapters);
  timeline.draw();
  const x = (atNs: number): number => Math.round(timeline.canvas.frame?.scale.toX(atNs) ?? 0);
  return { ...timeline, x };
}

describe('the track of chapters', () => {
  it('is there where a run has some, below the axis', () => {
    const ids = (timeline: ReturnType<typeof opened>) => timeline.canvas.layout.pinned.map(({ track }) => track.id);
    expect(ids(opened())).not.toContain('chapters');
    expect(ids(opened(chapter(100e6, 'first'))).slice(0, 3)).toEqual(['time', 'chapters', 'caller']);
  });

  it('has a flag with a number where each begins, and none for what is out of view', () => {
    const { recorder, x } = opened(chapter(150e6, 'second'), chapter(100e6, 'first'), chapter(900e9, 'far away'));
    const numbers = recorder.texts.filter(({ text, color }) => /^\d$/.test(text) && color === 'bg');
    expect(numbers.map(({ text }) => text)).toEqual(['1', '2']);
    const flags = recorder.rects.filter(({ color, height }) => color === 'accent' && height === 16);
    expect(flags.map((flag) => flag.x)).toEqual([x(100e6), x(150e6)]);
    expect(recorder.texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['first', 'second']));
  });

  it('cuts a title where the next chapter begins', () => {
    const { recorder } = opened(chapter(100e6, 'a title that is much too long for its place'), chapter(130e6, 'next'));
    const title = recorder.texts.find(({ text }) => text.startsWith('a ti'));
    expect(title?.text).toMatch(/^a ti.*…$/);
    expect((title?.x ?? 0) + (title?.text.length ?? 0) * 7).toBeLessThan(
      recorder.texts.find(({ text }) => text === '2')?.x ?? 0,
    );
  });

  it('keeps the flag of the chapter that began before the view at its edge', () => {
    const { commands, draw, recorder } = opened(chapter(100e6, 'earlier'), chapter(150e6, 'told now'));
    commands.show(200e6, 210e6);
    recorder.texts.length = 0;
    recorder.rects.length = 0;
    draw();
    expect(recorder.rects.filter(({ color, height }) => color === 'accent' && height === 16)).toEqual([
      expect.objectContaining({ x: 168 }),
    ]);
    expect(recorder.texts.map(({ text }) => text)).toContain('told now');
  });

  it('sends a dashed line down through the lanes from each', () => {
    const { recorder, x, canvas } = opened(chapter(100e6, 'first'));
    const line = recorder.paths.find(({ points, dashed }) => dashed && points[0]?.[0] === x(100e6) + 0.5);
    expect(line?.points.at(-1)?.[1]).toBe(canvas.layout.bottom);
  });

  it('draws those that are still to come in a replay in outline', () => {
    const { canvas } = opened(chapter(100e6, 'first'), chapter(150e6, 'second'));
    if (canvas.frame === null) throw new Error('no frame');
    const recorder = new RecordingContext();
    chaptersTrack.draw(recorder.context, { ...canvas.frame, asOfNs: 120e6 }, 0);
    const flags = recorder.outlines.filter(({ height }) => height === 15).map(({ color }) => color);
    expect(flags).toEqual(['bg', 'accent']);
    const color = (text: string) => recorder.texts.find((drawn) => drawn.text === text)?.color;
    expect([color('1'), color('2')]).toEqual(['bg', 'accent']);
  });

  it('tells title and caption to the pointer', () => {
    const { canvas, at } = opened(chapter(100e6, 'Warm', 'The pool is ready.'), chapter(150e6, ''));
    const told = (ns: number, y: number) => pointedAt(canvas, at(ns, { y })).hover?.text;
    expect(told(100e6, FLAG.y)).toBe('1. Warm: The pool is ready.');
    expect(told(150e6, FLAG.y)).toBe('2. Untitled');
    expect(told(99e6, FLAG.y)).toBeUndefined();
    expect(told(100e6, 60) ?? '').not.toContain('Warm');
  });

  it('is gone to with a click, and what is selected stays so; the later one has the flag that two share', () => {
    const timeline = opened(chapter(100e6, 'a'), chapter(100.01e6, 'b'));
    timeline.commands.select(asRow(3));
    onClick(timeline, timeline.at(100.2e6, FLAG));
    expect(timeline.goneTo).toEqual([1]);
    expect(timeline.view.getState().selection).toEqual([3]);
  });
});
