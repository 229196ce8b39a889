/** Every lab by its name. */
import { LAB_NAMES, type LabName } from '../../shared/labs';
import { apiRaceLab } from './api-race/api-race-lab';
import { breakEvenLab } from './break-even/break-even-lab';
import { chaosLab } from './chaos/chaos-lab';
import { fourWorldsLab } from './four-worlds/four-worlds-lab';
import type { AnyLab, Lab } from './lab';

const all: { readonly [Name in LabName]: Lab<Name> } = {
  'api-race': apiRaceLab,
  'four-worlds': fourWorldsLab,
  'break-even': breakEvenLab,
  chaos: chaosLab,
};

/** In the order of the menu. */
export const labs: readonly AnyLab[] = LAB_NAMES.map((name) => all[name]);

export const labOf = (name: LabName): AnyLab => all[name];
