/** Faults that hit workers from outside, and the fields that ask for them. */
import { z } from 'zod';
import { wholeNumber } from './schema-words';

/** `kill`: SIGKILL, as from outside. `stop`: SIGSTOP; the worker stays, and does nothing until its task times out. */
export const FAULT_KINDS = ['kill', 'stop'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
export const MAX_FAULTS = 1000;

export const faultFields = {
  faults: wholeNumber(1, MAX_FAULTS),
  kind: z.enum(FAULT_KINDS),
  seed: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
};
