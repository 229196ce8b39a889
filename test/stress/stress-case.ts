/** A stress case: one sentence that must hold under load and faults, and where it is tried. */
import type { Engine } from '../../src/main/engines/engine';

export interface StressCase {
  /** For the command line, in kebab-case. */
  readonly name: string;
  /** What must hold. */
  readonly sentence: string;
  /** Longer than that it is taken to hang, in ms: in the short form and in full. */
  readonly limitMs: readonly [short: number, full: number];
  /** false: it needs signals or /proc, which Windows does not have. */
  readonly onWindows?: boolean;
  run(lab: StressLab): Promise<void>;
}

/** One thing that was found out. It holds when both are the same. */
export interface Claim {
  readonly claim: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Makes an engine of the kind that is tried. @param memoryLimitMb of each worker; null: its own */
export type MakeEngine = (memoryLimitMb: number | null) => Engine;

/** Where a case runs, and where it says what it found. */
export class StressLab {
  readonly claims: Claim[] = [];
  /** Every worker that there was. */
  readonly pids: number[] = [];
  /** Figures worth showing, in words. */
  readonly notes: string[] = [];

  constructor(
    /** The project's folder. */
    readonly root: string,
    readonly isFull: boolean,
    readonly makeEngine: MakeEngine,
  ) {}

  /** The size for the form that runs. */
  sized(short: number, full: number): number {
    return this.isFull ? full : short;
  }

  claim(claim: string, actual: unknown, expected: unknown): void {
    this.claims.push({ claim, actual, expected });
  }

  atMost(claim: string, actual: number, limit: number): void {
    this.claims.push({ claim: `${claim}: at most ${limit}, was ${actual}`, actual: actual <= limit, expected: true });
  }

  note(text: string): void {
    this.notes.push(text);
  }
}
