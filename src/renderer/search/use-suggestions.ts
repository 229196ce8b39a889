/** What the search field suggests: searches used before while it is empty, and else what may come next. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { complete, type Known } from '../derive/search/complete';
import { factsStore } from '../store';
import type { Facts } from '../store/facts';
import { recentSearches } from './recent-searches';

export interface Suggestion {
  readonly text: string;
  readonly note: string;
  /** What it stands instead of: characters [from, to). */
  readonly from: number;
  readonly to: number;
}

export function useSuggestions(text: string, caret: number): readonly Suggestion[] {
  const recent = useStore(recentSearches);
  return useMemo(() => {
    if (text === '') return recent.map((used) => ({ text: used, note: 'used before', from: 0, to: 0 }));
    const { from, to, options } = complete(text, caret, knownIn(factsStore.getState()));
    return options.map((option) => ({ ...option, from, to }));
  }, [text, caret, recent]);
}

function knownIn({ data, ended }: Facts): Known {
  const pids = new Set(data.workers.flatMap((worker) => worker?.pid ?? []));
  const errors = new Set(ended?.summary.errors.map(({ name }) => name));
  return { pids: [...pids], errors: [...errors] };
}
