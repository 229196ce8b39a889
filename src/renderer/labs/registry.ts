/** Every lab by its name. */
import type { LabName } from '../../shared/labs';
import { apiRaceLab } from './api-race/api-race-lab';
import { breakEvenLab } from './break-even/break-even-lab';
import { chaosLab } from './chaos/chaos-lab';
import { fourWorldsLab } from './four-worlds/four-worlds-lab';
import type { AnyLab } from './lab';

export const labs: readonly AnyLab[] = [apiRaceLab, fourWorldsLab, breakEvenLab, chaosLab];

export const labOf = (name: LabName): AnyLab | undefined => labs.find((lab) => lab.name === name);
