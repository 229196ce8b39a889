/** What advice is made of: a finding with its evidence, and the change to try. */
import type { Evidence } from '../../store/view';
import type { RunFigures } from './run-figures';

/** One field of the form and what to put there. */
export interface Change {
  /** As the draft names it: `call.chunksize`. */
  readonly path: string;
  readonly value: string;
  /** What the button says: "Set the chunk size to 64". */
  readonly text: string;
}

export interface Finding {
  readonly id: string;
  /** What was found, with its figures. */
  readonly sentence: string;
  /** Time that the change would save, as far as the records tell; findings are ordered by it. */
  readonly savesNs: number;
  /** What would be saved, in words: "Would save about 210 ms of 912 ms". */
  readonly saves: string;
  /** What to try, where no field of the form does it. */
  readonly hint: string;
  readonly change: Change | null;
  readonly evidence: readonly Evidence[];
}

/** One kind of finding. @returns null where there is nothing of the kind */
export type Rule = (figures: RunFigures) => Finding | null;
