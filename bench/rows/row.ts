/** What a row of the bench is: the same work asked of several sides, and the ratios that its targets are about. */
import type { Request, Runtime } from '../sides/protocol';

export type Unit = 'tasks/s' | 'ms' | '%';

export interface RowSide {
  readonly key: string;
  /** For people. */
  readonly label: string;
  readonly runtime: Runtime;
  readonly request: Request;
}

export type Target = { readonly atLeast: number } | { readonly atMost: number };

export interface Comparison {
  readonly label: string;
  /** Key of the side above the line. */
  readonly of: string;
  /** Keys of the sides below it: of several the best one counts. None: the value itself is the figure. */
  readonly to: readonly string[];
  /** Left out: told, but nothing to meet. */
  readonly target?: Target;
}

export interface Row {
  /** What `--only` calls it. */
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  readonly sides: readonly RowSide[];
  readonly comparisons: readonly Comparison[];
  /** Rounds for each that the bench was asked for; more where a small difference is looked for. */
  readonly roundsEach?: number;
}
