/**
 * Lets React read a store that changes at every frame: at most some eight times a second, the first change at once and
 * the last one always. One throttle serves all readers of a store, so that they render together and agree.
 */
import { useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';

export type ReadableStore<State> = Pick<StoreApi<State>, 'getState' | 'subscribe'>;

export interface Throttled<State> {
  /** The state as last shown; the newest while nobody is subscribed. */
  get(): State;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

/** 8 times a second. */
export const SHOW_EVERY_MS = 125;

export function throttle<State>(store: ReadableStore<State>, everyMs = SHOW_EVERY_MS): Throttled<State> {
  const listeners = new Set<() => void>();
  let shown = store.getState();
  let shownAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;

  function show(): void {
    timer = undefined;
    shownAt = performance.now();
    shown = store.getState();
    for (const listener of [...listeners]) listener();
  }

  function changed(): void {
    if (timer !== undefined) return;
    const left = shownAt + everyMs - performance.now();
    if (left <= 0) show();
    else timer = setTimeout(show, left);
  }

  return {
    get() {
      if (listeners.size === 0) shown = store.getState();
      return shown;
    },
    subscribe(listener) {
      if (listeners.size === 0) {
        shown = store.getState();
        stop = store.subscribe(changed);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop();
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}

const throttles = new WeakMap<object, unknown>();

function throttleOf<State>(store: ReadableStore<State>): Throttled<State> {
  const known = throttles.get(store) as Throttled<State> | undefined;
  if (known !== undefined) return known;
  const made = throttle(store);
  throttles.set(store, made);
  return made;
}

/** The store's state for React, at most `1000 / SHOW_EVERY_MS` times a second. */
export function useThrottled<State>(store: ReadableStore<State>): State {
  const { subscribe, get } = throttleOf(store);
  return useSyncExternalStore(subscribe, get);
}
