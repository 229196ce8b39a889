import { describe, expect, it } from 'vitest';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { innermostAt, sliceFacts } from '../../../../../src/renderer/derive/slices/slice-facts';
import { laneKeys, sliceLaneOf } from '../../../../../src/renderer/derive/slices/slice-keys';
import { nextSlice, sliceMatches } from '../../../../../src/renderer/derive/slices/slice-search';
import { stepSlice } from '../../../../../src/renderer/derive/slices/slice-steps';
import type { SliceLane } from '../../../../../src/shared/slices';
import { makeFacts } from '../../../../fixtures/make-run';
import { sliceFactsOf } from '../../../../fixtures/slices';

const facts = sliceFactsOf([
  [
    ['main', 100, 1000],
    ['a', 100, 300],
    ['b', 400, 900],
    ['deep b', 500, 600],
    ['late', 1100, 1200],
  ],
  [['b elsewhere', 450, 700]],
]);
const { slices } = facts.data;
const nameOf = (lane: number, slice: number) => sliceFacts(slices, { lane, slice })?.name;

describe('slices of a trace', () => {
  it('span the time axis, and are there to be asked about', () => {
    expect(runExtent(facts)).toEqual({ originNs: 0, endNs: 1200 });
    expect(sliceFacts(slices, { lane: 0, slice: 4 })).toMatchObject({
      name: 'deep b',
      row: 2,
      beginNs: 500,
      endNs: 600,
    });
    expect(sliceFacts(slices, { lane: 7, slice: 0 })).toBeNull();
  });

  it('are found by moment, the innermost first', () => {
    const [lane] = slices.lanes as [SliceLane];
    expect(nameOf(0, innermostAt(lane, 550))).toBe('deep b');
    expect(nameOf(0, innermostAt(lane, 950))).toBe('main');
    expect(innermostAt(lane, 1050)).toBe(-1);
  });

  it('are gone through by keys: along a row, in, out, and on to other threads', () => {
    const go = (...steps: ('next' | 'previous' | 'up' | 'down')[]) => {
      let at = stepSlice(slices, null, 'next', 0);
      for (const step of steps) at = stepSlice(slices, at, step, 0);
      return at === null ? null : nameOf(at.lane, at.slice);
    };
    expect(go()).toBe('main');
    expect(go('next')).toBe('late');
    expect(go('next', 'next')).toBe('late');
    expect(go('down')).toBe('a');
    expect(go('down', 'next', 'down')).toBe('deep b');
    expect(go('down', 'next', 'down', 'down')).toBe('b elsewhere');
    expect(go('down', 'next', 'down', 'up', 'up')).toBe('main');
    expect(go('down', 'next', 'down', 'down', 'up')).toBe('main');
    expect(stepSlice(makeFacts({ tasks: 1 }).data.slices, null, 'next', 0)).toBeNull();
  });

  it('are searched by name, whatever the case, from one to the next by time and thread', () => {
    const found = sliceMatches(slices, ' B');
    if (found === null) throw new Error('Some match');
    expect(found.count).toBe(3);
    const names: (string | undefined)[] = [];
    let at = nextSlice(slices, found, null, 1);
    for (let step = 0; step < 4 && at !== null; step++) {
      names.push(nameOf(at.lane, at.slice));
      at = nextSlice(slices, found, at, 1);
    }
    expect(names).toEqual(['b', 'deep b', 'b elsewhere', 'b']);
    const last = nextSlice(slices, found, null, -1);
    expect(last && nameOf(last.lane, last.slice)).toBe('b elsewhere');
    expect(sliceMatches(slices, 'nowhere')).toBeNull();
    expect(sliceMatches(slices, '')).toBeNull();
  });

  it('have lanes below those of tasks', () => {
    const keys = laneKeys(facts, [3, 1]);
    expect(keys.slice(0, 2)).toEqual([3, 1]);
    expect(keys.slice(2).map(sliceLaneOf)).toEqual([0, 1]);
    const tasks = makeFacts({ tasks: 4 });
    const order = [0, 1];
    expect(laneKeys(tasks, order)).toBe(order);
  });
});
