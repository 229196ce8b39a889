/** Why nothing is found, where there is a likely reason. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { parseQuery } from '../derive/search/parse-query';
import { searchHint } from '../derive/search/search-hint';
import { factsStore } from '../store';
import { filterStore } from '../store/filter';

export function useHint(): string | null {
  const text = useStore(filterStore, (filter) => filter.text);
  const nothing = useStore(filterStore, ({ matches }) => matches !== null && matches.length === 0);
  const started = useStore(factsStore, (facts) => facts.started);
  const ended = useStore(factsStore, (facts) => facts.ended);
  return useMemo(() => {
    const query = nothing ? parseQuery(text).query : null;
    return query === null ? null : searchHint(query, { started, ended });
  }, [text, nothing, started, ended]);
}
