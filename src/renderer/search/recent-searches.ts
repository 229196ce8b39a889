/** Searches that were used since the window was opened, the latest first. */
import { createStore } from 'zustand/vanilla';

const MOST = 8;

export function createRecentSearches() {
  const store = createStore<readonly string[]>(() => []);
  return Object.assign(store, {
    add(text: string): void {
      const wanted = text.trim();
      if (wanted === '') return;
      const others = store.getState().filter((other) => other !== wanted);
      store.setState([wanted, ...others].slice(0, MOST), true);
    },
  });
}

export const recentSearches = createRecentSearches();
