import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { throttle } from '../../../../src/renderer/store/throttled';

describe('a throttled store', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function makeCounter() {
    const store = createStore(() => ({ count: 0 }));
    const throttled = throttle(store, 100);
    const seen: number[] = [];
    const end = throttled.subscribe(() => seen.push(throttled.get().count));
    return { store, throttled, seen, end, set: (count: number) => store.setState({ count }) };
  }

  it('shows the first change at once', () => {
    const { set, seen } = makeCounter();
    set(1);
    expect(seen).toEqual([1]);
  });

  it('shows the last of many changes, and none in between', () => {
    const { set, seen, throttled } = makeCounter();
    for (let count = 1; count <= 50; count++) set(count);
    expect(throttled.get().count).toBe(1);
    vi.advanceTimersByTime(100);
    expect(seen).toEqual([1, 50]);
  });

  it('shows no more than its rate allows', () => {
    const { set, seen } = makeCounter();
    for (let ms = 0; ms < 1000; ms += 5) {
      set(ms + 1);
      vi.advanceTimersByTime(5);
    }
    expect(seen.length).toBeGreaterThanOrEqual(10);
    expect(seen.length).toBeLessThanOrEqual(11);
  });

  it('is silent once a reader has left, even with a change on its way', () => {
    const { set, seen, end } = makeCounter();
    set(1);
    set(2);
    end();
    vi.advanceTimersByTime(1000);
    expect(seen).toEqual([1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reads the newest state for whoever comes later', () => {
    const { set, end, throttled } = makeCounter();
    end();
    set(7);
    expect(throttled.get().count).toBe(7);
  });
});
