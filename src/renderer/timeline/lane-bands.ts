/** Where things stand within a lane of a given height, and how large its texts are. All in CSS pixels. */

/** Lines of a lane, from its upper edge. */
export interface LaneBand {
  readonly from: number;
  readonly to: number;
}

export interface LaneBands {
  readonly height: number;
  readonly tasks: LaneBand;
  /** Booting does no work: a thinner bar. */
  readonly boot: LaneBand;
  /** Messages in flight, below the tasks: a worker may run one chunk while the next is on its way. null: no room. */
  readonly flights: LaneBand | null;
  /** Size of texts; 0: no room for any. */
  readonly textPx: 0 | 12 | 15;
}

/** Height of a lane that is folded away: its tasks are drawn, nothing is written. */
export const COLLAPSED_HEIGHT = 8;
/** Lanes may be dragged to any height from here to there. */
export const MIN_HEIGHT = 12;
export const MAX_HEIGHT = 160;

const known = new Map<number, LaneBands>();

export function laneBands(height: number): LaneBands {
  let bands = known.get(height);
  if (bands === undefined) {
    bands = makeBands(height);
    known.set(height, bands);
  }
  return bands;
}

function makeBands(height: number): LaneBands {
  if (height < MIN_HEIGHT) {
    const tasks = { from: 1, to: height - 2 };
    return { height, tasks, boot: { from: 2, to: height - 3 }, flights: null, textPx: 0 };
  }
  const small = height < 24;
  const edge = small ? 2 : 4;
  const gap = small ? 1 : 2;
  const flight = small ? 2 : height < 40 ? 4 : 6;
  const flights = { from: height - gap - flight, to: height - gap };
  const tasks = { from: edge, to: flights.from - gap };
  const inset = Math.round((tasks.to - tasks.from) / 4);
  const boot = { from: tasks.from + inset, to: tasks.to - inset };
  return { height, tasks, boot, flights, textPx: height < 18 ? 0 : height < 40 ? 12 : 15 };
}
