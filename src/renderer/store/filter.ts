/**
 * The filter of the timeline: what was typed, what is wrong with it, and which rows match. One filter serves the
 * search field, the canvas, the table of tasks and the charts. It stays when another run begins.
 */
import { createStore } from 'zustand/vanilla';
import { NO_MATCH } from '../derive/search/match-set';
import { Matcher } from '../derive/search/matcher';
import { parseQuery } from '../derive/search/parse-query';
import type { FactsStore } from './facts';
import { factsStore } from './index';
import { throttle } from './throttled';

/** Rows that match the filter. Kept up while the run grows: an older object tells what is known now. */
export interface Matches {
  /** Ascending. Made when asked for. */
  readonly rows: Uint32Array;
  /** How many rows match. */
  readonly length: number;
  /** In constant time: for whoever draws. */
  has(row: number): boolean;
  /** The first match after a row, and the last one before it; null: none. */
  after(row: number): number | null;
  before(row: number): number | null;
  /** Another one whenever other rows match. */
  readonly revision: number;
}

export interface FilterState {
  /** As typed. */
  readonly text: string;
  /** One sentence about what is not understood; null: all is. */
  readonly problem: string | null;
  /** null: no filter is set. */
  readonly matches: Matches | null;
}

/** Runs the rest of a search later, so that frames are drawn in between. @returns a function that calls it off */
type Later = (work: () => void) => () => void;

/** Longer than this a search does not keep a frame waiting. */
const SLICE_MS = 8;

const afterOthers: Later = (work) => {
  const timer = setTimeout(work, 0);
  return () => clearTimeout(timer);
};

const NO_FILTER: FilterState = { text: '', problem: null, matches: null };

export function createFilterStore(facts: FactsStore, later: Later = afterOthers) {
  const store = createStore<FilterState>(() => NO_FILTER);
  const news = throttle(facts);
  let matcher: Matcher | null = null;
  let published: LiveMatches | null = null;
  let seen = facts.getState();
  let callOff = (): void => undefined;
  let stopListening: (() => void) | null = null;
  let running = false;

  /** What is known now, in slices. News that come meanwhile have their turn after it. */
  function search(next: Matcher): void {
    callOff();
    seen = facts.getState();
    const steps = next.update(seen);
    running = true;
    const slice = (): void => {
      const until = performance.now() + SLICE_MS;
      let done = false;
      while (!done && performance.now() < until) done = steps.next().done === true;
      if (done) finish(next);
      else callOff = later(slice);
    };
    slice();
  }

  function finish(found: Matcher): void {
    running = false;
    const known = published?.matcher === found && published.found === found.revision;
    if (!known) {
      published = new LiveMatches(found, (published?.revision ?? 0) + 1);
      store.setState({ matches: published });
    }
    if (facts.getState().revision !== seen.revision) onNews();
  }

  function onNews(): void {
    if (matcher !== null && !running) search(matcher);
  }

  /** Another run: nothing that was found is in it. This does not wait for its turn. */
  function onRun(): void {
    if (matcher === null) return;
    matcher = new Matcher(matcher.query);
    search(matcher);
  }

  function listen(): () => void {
    const endings = [news.subscribe(onNews), facts.subscribe(({ data }, before) => data !== before.data && onRun())];
    return () => {
      for (const end of endings) end();
    };
  }

  function stop(): void {
    callOff();
    stopListening?.();
    stopListening = null;
    matcher = null;
    running = false;
  }

  return Object.assign(store, {
    /** Sets the filter, in the language of derive/search/parse-query.ts; empty: none. */
    setText(text: string): void {
      const { query, problem } = parseQuery(text);
      stop();
      if (query === null) {
        store.setState({ text, problem: problem?.sentence ?? null, matches: null });
        return;
      }
      store.setState({ text, problem: null });
      matcher = new Matcher(query);
      stopListening = listen();
      search(matcher);
    },
  });
}

/** What a matcher has found. */
class LiveMatches implements Matches {
  /** The matcher's revision then. */
  readonly found: number;

  constructor(
    readonly matcher: Matcher,
    readonly revision: number,
  ) {
    this.found = matcher.revision;
  }

  get rows(): Uint32Array {
    return this.matcher.set.rows();
  }

  get length(): number {
    return this.matcher.set.count;
  }

  has(row: number): boolean {
    return this.matcher.set.has(row);
  }

  after(row: number): number | null {
    return orNull(this.matcher.set.after(row));
  }

  before(row: number): number | null {
    return orNull(this.matcher.set.before(row));
  }
}

function orNull(row: number): number | null {
  return row === NO_MATCH ? null : row;
}

export type FilterStore = ReturnType<typeof createFilterStore>;

export const filterStore: FilterStore = createFilterStore(factsStore);
