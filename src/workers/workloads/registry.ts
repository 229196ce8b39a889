/** Name to function, for every workload of the catalogue but the user's own; the compiler checks both ways. */
import type { BuiltInName } from '../../shared/workloads';
import type { Workload } from '../workload';
import { countPrimes } from './count-primes';
import { crash } from './crash';
import { exit } from './exit';
import { hang } from './hang';
import { hashChain } from './hash-chain';
import { leakMemory } from './leak-memory';
import { mandelbrot } from './mandelbrot';
import { matrixMultiply } from './matrix-multiply';
import { monteCarloPi } from './monte-carlo-pi';
import { raise } from './raise';
import { readAndEcho } from './read-and-echo';
import { sharedArray } from './shared-array';
import { sharedCounter } from './shared-counter';
import { sleep, sleepAsync } from './sleep';
import { sumOfSquares } from './sum-of-squares';
import { unpicklableResult } from './unpicklable-result';

export const registry = {
  'sum-of-squares': sumOfSquares,
  'count-primes': countPrimes,
  mandelbrot,
  'matrix-multiply': matrixMultiply,
  'hash-chain': hashChain,
  'monte-carlo-pi': monteCarloPi,
  sleep,
  'read-and-echo': readAndEcho,
  'shared-counter': sharedCounter,
  'shared-array': sharedArray,
  raise,
  'unpicklable-result': unpicklableResult,
  crash,
  exit,
  hang,
  'leak-memory': leakMemory,
} as const satisfies { readonly [Name in BuiltInName]: Workload<Name> };

/** What an event loop calls instead, of workloads that block otherwise: the loop goes on while they wait. */
export const asyncForms = { sleep: sleepAsync } as const satisfies { readonly [Name in BuiltInName]?: Workload<Name> };
