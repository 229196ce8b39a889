/** Every lab by its name. */
import type { LabName } from '../../shared/labs';
import { chaosLab } from './chaos/chaos-lab';
import type { AnyLab } from './lab';

export const labs: readonly AnyLab[] = [chaosLab];

export const labOf = (name: LabName): AnyLab | undefined => labs.find((lab) => lab.name === name);
