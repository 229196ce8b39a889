import { expect, it } from 'vitest';
import { createLaneTruthStore, publishTruths } from '../../../../src/renderer/timeline/lane-truths';
import { pinnedTracks } from '../../../../src/renderer/timeline/tracks/pinned';
import { METHODS } from '../../../../src/renderer/truth/methods';
import { makeFacts } from '../../../fixtures/make-run';
import { openTimeline } from './open-timeline';

const GUTTER = 168;

it('every lane but the axis and the chapters says how it was come by', () => {
  const facts = makeFacts();
  const { head, foot } = pinnedTracks(facts, true);
  const silent = [...head, ...foot].filter(({ truth }) => truth === undefined);
  expect(silent.map(({ id }) => id)).toEqual(['time', 'chapters']);
  const { canvas } = openTimeline({ workers: 3 });
  for (const { track } of canvas.layout.lanes) expect(METHODS[track.truth?.(facts) ?? 'wall'].kind).toBe('measured');
});

it('a letter is drawn at the end of each label, and told from top to bottom', () => {
  const { canvas, recorder } = openTimeline({ workers: 3 });
  const truths = canvas.truths();
  expect(truths.map(({ id }) => id)).toEqual(['caller', 'queue', 'worker-0', 'worker-1', 'worker-2', 'delivered']);
  const letters = recorder.texts.filter(({ text, x }) => text === 'M' && x > GUTTER - 24 && x < GUTTER);
  expect(letters).toHaveLength(truths.length);
});

it('the pointer on a letter is told what a click does, beside it what can be done with the lane', () => {
  const { canvas } = openTimeline({ workers: 3 });
  const { top = 0 } = canvas.layout.lanes[1] ?? {};
  expect(canvas.hit(GUTTER - 12, top + 10)).toMatchObject({ text: 'measured: click to learn how', truth: 'worker-1' });
  expect(canvas.hit(GUTTER - 60, top + 10)?.truth).toBeUndefined();
  expect(canvas.hit(GUTTER - 60, top + 10)?.text).toContain('drag to move');
});

it('lanes that are scrolled away have none', () => {
  const { canvas } = openTimeline({ workers: 40 }, 300);
  const { lanesTop, lanesBottom } = canvas.layout;
  const workers = canvas.truths().filter(({ id }) => id.startsWith('worker'));
  expect(workers.length).toBeLessThan(40);
  for (const { top, height } of workers) {
    expect(top + height / 2).toBeGreaterThan(lanesTop);
    expect(top + height / 2).toBeLessThan(lanesBottom);
  }
});

it('the same places are no news', () => {
  const { canvas } = openTimeline({ workers: 3 });
  const store = createLaneTruthStore();
  let news = 0;
  store.subscribe(() => news++);
  publishTruths(store, canvas.truths());
  publishTruths(store, canvas.truths());
  expect(news).toBe(1);
  publishTruths(store, canvas.truths().slice(1));
  expect(news).toBe(2);
});
