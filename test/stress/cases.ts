/** All stress cases, in the order in which they run. */
import { breakCase } from './cases/break';
import { flatMemoryCase } from './cases/flat-memory';
import { givenUpCases } from './cases/given-up';
import { mainKilledCase } from './cases/main-killed';
import { openCloseCase } from './cases/open-close';
import { outOfMemoryCases } from './cases/out-of-memory';
import { outputCase } from './cases/output';
import { retryCases } from './cases/retry';
import { stoppedCases } from './cases/stopped';
import { unpicklableCase } from './cases/unpicklable';
import type { StressCase } from './stress-case';

export const cases: readonly StressCase[] = [
  ...retryCases,
  ...givenUpCases,
  breakCase,
  ...stoppedCases,
  ...outOfMemoryCases,
  openCloseCase,
  mainKilledCase,
  unpicklableCase,
  outputCase,
  flatMemoryCase,
];
