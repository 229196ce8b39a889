/**
 * The classing that colours and filter ask for, the same object until another one is needed: whatever was made from it
 * stays good until then.
 */
import type { LanePreferences } from '../../shared/settings';
import type { Facts } from '../store/facts';
import type { FilterState, Matches } from '../store/filter';
import { byChunk, byDuration, byOutcome, byPayload, byPhase, type Classing, dimming } from './classing';
import { runBounds } from './run-bounds';

type Colouring = LanePreferences['colourBy'];

export interface RunClassing {
  /** null: phases, and no filter: the series of the lane itself will do. */
  readonly classing: Classing | null;
  readonly filtered: boolean;
}

interface Base {
  readonly colourBy: Colouring;
  readonly bounds: readonly number[];
  readonly data: unknown;
  readonly classing: Classing;
}

const NO_BOUNDS: readonly number[] = [];

/** While a run grows, what matched when a task ended may be looked at anew this often, in ns of the run. */
const RENEW_NS = 1e9;

export class ClassingCache {
  private base: Base | null = null;
  private filter: {
    readonly base: Classing;
    readonly text: string;
    readonly matches: Matches;
    readonly at: number;
  } | null = null;
  private current: RunClassing = { classing: null, filtered: false };

  of(facts: Facts, colourBy: Colouring, { matches, text }: Pick<FilterState, 'matches' | 'text'>): RunClassing {
    const bounds = colourBy === 'duration' || colourBy === 'payload' ? runBounds(facts, colourBy) : NO_BOUNDS;
    const base = this.baseOf(facts, colourBy, bounds);
    if (matches === null) {
      this.filter = null;
      const classing = base === byPhase ? null : base;
      if (this.current.classing !== classing || this.current.filtered) {
        this.current = { classing, filtered: false };
      }
      return this.current;
    }
    const { filter } = this;
    // What was found for an older text stays until there is something for the new one.
    const found = filter?.matches !== matches && (filter?.text !== text || this.isDue(facts, filter.at));
    if (filter === null || filter.base !== base || found) {
      this.filter = { base, text, matches, at: facts.now };
      this.current = { classing: dimming(base, matches), filtered: true };
    }
    return this.current;
  }

  private isDue({ ended, now }: Facts, at: number): boolean {
    return ended !== null || now - at >= RENEW_NS;
  }

  private baseOf({ data }: Facts, colourBy: Colouring, bounds: readonly number[]): Classing {
    if (colourBy === 'phase') return byPhase;
    const { base } = this;
    if (base === null || base.colourBy !== colourBy || base.bounds !== bounds || base.data !== data) {
      const classing = makeClassing(data.table, colourBy, bounds);
      this.base = { colourBy, bounds, data, classing };
      return classing;
    }
    return base.classing;
  }
}

function makeClassing(
  table: Facts['data']['table'],
  colourBy: Exclude<Colouring, 'phase'>,
  bounds: readonly number[],
): Classing {
  switch (colourBy) {
    case 'chunk':
      return byChunk(table);
    case 'duration':
      return byDuration(bounds);
    case 'payload':
      return byPayload(table, bounds);
    case 'outcome':
      return byOutcome(table);
  }
}
