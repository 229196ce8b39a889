import { describe, expect, it } from 'vitest';
import { ClassingCache } from '../../../../src/renderer/derive/run-classing';
import type { Facts } from '../../../../src/renderer/store/facts';
import type { Matches } from '../../../../src/renderer/store/filter';
import { LaneLook } from '../../../../src/renderer/timeline/lane-look';
import { workerTrack } from '../../../../src/renderer/timeline/tracks/worker';
import { COLOURINGS, type LanePreferences } from '../../../../src/shared/settings';
import { makeFacts } from '../../../fixtures/make-run';
import { makeFrame, type TestFrame } from './make-frame';
import { testTheme } from './recording-context';

const MIDDLE = 12;

function matching(has: (row: number) => boolean): Matches {
  return { rows: new Uint32Array(0), length: 0, has, after: () => null, before: () => null, revision: 1 };
}

function drawn(facts: Facts, colourBy: LanePreferences['colourBy'], matches: Matches | null = null): TestFrame {
  const test = makeFrame(facts);
  const look = new LaneLook(testTheme, colourBy, new ClassingCache().of(facts, colourBy, { matches, text: '' }));
  workerTrack(0).draw(test.recorder.context, { ...test.frame, look }, 0);
  return test;
}

const names = (test: TestFrame): Set<string> => new Set(test.surface.line(MIDDLE).map(([name]) => name));

describe('colours of tasks', () => {
  const wide = makeFacts({ tasks: 16, workers: 2, chunksize: 2, meanNs: 40e6, failEvery: 5 });
  const merged = makeFacts({ tasks: 20_000, workers: 2, chunksize: 10, meanNs: 1e6, failEvery: 7 });

  it('by chunk differ from one chunk to the next, and are those of no phase', () => {
    const colours = drawn(wide, 'chunk')
      .surface.line(MIDDLE)
      .map(([name]) => name)
      .filter((name) => name.startsWith('tone'));
    const chunks = colours.filter((name, index) => name !== colours[index - 1]);
    expect(chunks.length).toBeGreaterThanOrEqual(3);
    expect(names(drawn(wide, 'chunk'))).not.toContain('run');
  });

  it('by run time darken with it', () => {
    const test = drawn(wide, 'duration');
    expect([...names(test)].filter((name) => name.startsWith('duration')).length).toBeGreaterThanOrEqual(3);
  });

  it('by outcome show what failed', () => {
    expect(names(drawn(wide, 'outcome'))).toContain('outcome-completed');
    expect(drawn(wide, 'outcome').surface.column(0, 4, 20)).not.toHaveProperty('run');
  });

  it.each(COLOURINGS)('by %s show a share of time where tasks are merged, nothing left out', (colourBy) => {
    const plain = drawn(merged, 'phase').surface.column(400, 4, 20);
    const coloured = drawn(merged, colourBy).surface.column(400, 4, 20);
    const idle = (column: Record<string, number>): number => (column.alive ?? 0) + (column['queue-wait'] ?? 0);
    expect(Math.abs(idle(plain) - idle(coloured))).toBeLessThanOrEqual(3);
  });

  it('of what does not match the filter are dimmed, merged or not', () => {
    const half = matching((row) => row % 2 === 0);
    expect(names(drawn(wide, 'phase', half))).toEqual(expect.objectContaining(new Set(['run', 'dimmed'])));
    const column = drawn(merged, 'phase', half).surface.column(400, 4, 20);
    expect(column.run).toBeGreaterThanOrEqual(5);
    expect(column.dimmed).toBeGreaterThanOrEqual(5);
    const none = drawn(
      merged,
      'chunk',
      matching(() => false),
    ).surface.column(400, 4, 20);
    expect(Object.keys(none).some((name) => name.startsWith('tone'))).toBe(false);
  });

  it('leave numbers readable, and none on what is dimmed', () => {
    const numbers = (test: TestFrame) => test.recorder.texts.filter(({ text }) => text.startsWith('#'));
    expect(numbers(drawn(wide, 'chunk')).length).toBeGreaterThan(0);
    expect(
      numbers(
        drawn(
          wide,
          'phase',
          matching(() => false),
        ),
      ),
    ).toEqual([]);
  });

  it('are sorted out over several frames where there are many tasks', () => {
    const many = makeFacts({ tasks: 150_000, workers: 1, chunksize: 100, meanNs: 1e5 });
    const classing = new ClassingCache().of(many, 'chunk', { matches: null, text: '' });
    let frames = 0;
    for (let unfinished = true; unfinished; frames++) {
      const test = makeFrame(many);
      const look = new LaneLook(testTheme, 'chunk', classing);
      workerTrack(0).draw(test.recorder.context, { ...test.frame, look }, 0);
      unfinished = look.unfinished;
    }
    expect(frames).toBe(7);
  });
});

describe('the classing of a run', () => {
  const facts = makeFacts({ tasks: 30, workers: 2 });

  it('is none for phases without a filter: lanes have their own series', () => {
    expect(new ClassingCache().of(facts, 'phase', { matches: null, text: '' })).toEqual({
      classing: null,
      filtered: false,
    });
  });

  it('is the same object until colours or matches are others', () => {
    const cache = new ClassingCache();
    const of = (colourBy: LanePreferences['colourBy'], matches: Matches | null) =>
      cache.of(facts, colourBy, { matches, text: 'a' }).classing;
    const first = of('chunk', null);
    expect(of('chunk', null)).toBe(first);
    expect(of('outcome', null)).not.toBe(first);
    const matches = matching(() => true);
    const filtered = of('chunk', matches);
    expect(of('chunk', matches)).toBe(filtered);
    expect(
      of(
        'chunk',
        matching(() => true),
      ),
    ).not.toBe(filtered);
  });

  it('is made anew at most once a second of a live run', () => {
    const cache = new ClassingCache();
    const live = { ...facts, ended: null };
    const at = (now: number) => cache.of({ ...live, now }, 'phase', { matches: matching(() => true), text: 'a' });
    const first = at(5e9).classing;
    expect(at(5.5e9).classing).toBe(first);
    expect(at(6e9).classing).not.toBe(first);
  });
});
