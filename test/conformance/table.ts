/** The conformance table: every case, in the order of docs/pool.md. */
import type { Case } from './case';
import { deathCases } from './cases/deaths';
import { imapCases } from './cases/imap';
import { lifetimeCases } from './cases/lifetime';
import { mapCases } from './cases/map';
import { phaseCases } from './cases/phases';
import { picklingCases } from './cases/pickling';
import { processCases } from './cases/processes';
import { refusalCases } from './cases/refusals';
import { resultCases } from './cases/results';
import { settlingCases } from './cases/settling';

export const table: readonly Case[] = [
  ...mapCases,
  ...imapCases,
  ...resultCases,
  ...lifetimeCases,
  ...refusalCases,
  ...processCases,
  ...picklingCases,
  ...deathCases,
  ...phaseCases,
  ...settlingCases,
];
