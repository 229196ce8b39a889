/** What a lab has come to, as a table whose numbers say where they come from: it is shown, and saved as CSV or JSON. */
import type { LabName } from '../../../shared/labs';
import type { Scenario } from '../../../shared/scenario';

/** `given`: set by whoever ran it. */
export type ResultKind = 'given' | 'measured' | 'derived' | 'simulated';

export interface ResultColumn {
  /** As programs name it, without spaces. */
  readonly id: string;
  readonly label: string;
  /** `ms`, `bytes`, `tasks`; empty: a name or a ratio. */
  readonly unit: string;
  readonly kind: ResultKind;
  /** How it was come by, one sentence. */
  readonly method: string;
}

/** NaN is not a number that anybody has measured: null. */
export type ResultCell = string | number | null;

export interface LabResults {
  readonly lab: LabName;
  /** What was run, with the lab's controls: opened as a scenario file it is the lab as it was. */
  readonly scenario: Scenario | null;
  readonly columns: readonly ResultColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly ResultCell[])[];
}
