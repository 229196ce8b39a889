/** What a search asks for, as a tree. parse-query.ts reads it, print-query.ts writes it, program.ts runs it. */
import type { FieldName } from './fields';
import type { PhaseName } from './phase-names';

/** Words that stand for the outcome of a run of a task, and two that people look for most. */
export const STATES = ['pending', 'completed', 'failed', 'lost', 'cancelled', 'error', 'retried'] as const;
export type State = (typeof STATES)[number];

/**
 * Numbers between two bounds, both included; or all above or below one, which may be left out itself. Times in ns,
 * sizes in bytes. What is not known yet lies in no range.
 */
export interface Range {
  readonly type: 'range';
  readonly field: FieldName;
  /** -Infinity: none. */
  readonly min: number;
  /** Infinity: none. */
  readonly max: number;
  /** The only bound is left out: `run>10ms`. */
  readonly exclusive: boolean;
}

export type Query =
  | { readonly type: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly type: 'not'; readonly part: Query }
  | Range
  | { readonly type: 'state'; readonly state: State }
  /** Under way in a phase now, or lost in it. */
  | { readonly type: 'in'; readonly phase: PhaseName }
  /** Name or message of the error has this text in it. */
  | { readonly type: 'text'; readonly text: string };
