import { describe, expect, it } from 'vitest';
import { laneWord, placeName, whoWord } from '../../../src/shared/worker-words';

describe('a lane is called', () => {
  it('by the PID of its process, and by nothing before it has one', () => {
    expect(laneWord({ pid: 4711, name: 'poolscope-worker-0' })).toBe('4711');
    expect(whoWord({ pid: 4711, name: 'poolscope-worker-0' })).toBe('PID 4711');
    expect(laneWord({ pid: null, name: 'poolscope-worker-0' })).toBeNull();
    expect(whoWord({ pid: null, name: 'poolscope-worker-0' })).toBeNull();
  });

  it('by its number where it is a place for tasks in flight, of which one thread has many', () => {
    const place = { pid: 4711, name: placeName(2) };
    expect([laneWord(place), whoWord(place)]).toEqual(['place 3', 'place 3']);
  });
});
