/**
 * Events of Chrome's trace format, as far as they are written here. `ts` and `dur` are microseconds since the run's
 * zero, with fractions. Source: the "Trace Event Format" document of the Chromium project.
 */

interface Place {
  readonly pid: number;
  readonly tid: number;
}

type Args = Readonly<Record<string, number | string>>;

export type TraceEvent =
  /** A name, or a place in the order, of a process or a thread. */
  | ({ readonly ph: 'M'; readonly name: string; readonly args: Args } & Place)
  /** A slice; slices of one thread nest. */
  | ({
      readonly ph: 'X';
      readonly cat: string;
      readonly name: string;
      readonly ts: number;
      readonly dur: number;
      readonly args?: Args;
    } & Place)
  /** Begin and end of what overlaps others. */
  | ({
      readonly ph: 'b' | 'e';
      readonly cat: string;
      readonly name: string;
      readonly id: string;
      readonly ts: number;
      readonly args?: Args;
    } & Place)
  /** The two ends of an arrow; each lies where a slice of the same category begins. */
  | ({
      readonly ph: 's' | 'f';
      readonly cat: string;
      readonly name: string;
      readonly id: string;
      readonly ts: number;
      readonly bp?: 'e';
    } & Place)
  | ({ readonly ph: 'C'; readonly name: string; readonly ts: number; readonly args: Args } & Place)
  /** A moment of a thread (t) or a process (p). */
  | ({
      readonly ph: 'i';
      readonly cat: string;
      readonly name: string;
      readonly ts: number;
      readonly s: 't' | 'p';
      readonly args?: Args;
    } & Place);

/** One category for all slices: arrows are bound to slices by it. */
export const CATEGORY = 'pool';
export const IN_FLIGHT = 'in flight';
/** The caller's thread; those of workers follow. */
export const CALLER_TID = 1;

/** Every worker has a thread number of its own: the system gives PIDs again, and threads share one. */
export const tidOf = (worker: number): number => CALLER_TID + 1 + worker;
