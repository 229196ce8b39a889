/** What a lab is: a bench for one question, with every control, that stands in place of the timeline. */
import type { ComponentType } from 'react';
import type { ControlsOf, LabName } from '../../shared/labs';
import type { Actions } from '../actions/actions';
import type { LabResults } from './results/lab-results';

export interface Lab<Name extends LabName> {
  readonly name: Name;
  /** It runs what the form holds. Otherwise its own controls are the whole set-up, and the form gives its room to it. */
  readonly runsForm: boolean;
  /** Controls and picture, below the head that all labs have. */
  readonly View: ComponentType;
  /** Its controls as a scenario file has them. What was typed may be wrong: whoever saves them has them checked. */
  controls(): unknown;
  take(controls: ControlsOf<Name>): void;
  /** Runs it on what the form holds. */
  run(actions: Actions): void;
  /** What it has come to; null: nothing yet. */
  results(): LabResults | null;
  /** Its picture as SVG; null: there is none yet. */
  picture(): string | null;
  /** Tells of everything that may change `results`. @returns a function that ends it */
  watch(listener: () => void): () => void;
}

export type AnyLab = { readonly [Name in LabName]: Lab<Name> }[LabName];
