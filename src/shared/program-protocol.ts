/**
 * Messages between main and a process of the spawn tree. No process starts another: it asks, and main starts. Times are
 * ns since the clock base.
 */
import type { Guard } from './spawn-tree';

export type ToProgram =
  /** First, once. */
  | {
      readonly type: 'init';
      /** hrtime in ns, as decimal text. */
      readonly clockBase: string;
      /** The program itself runs its module as `__main__`; a worker imports it as `__mp_main__`. */
      readonly isWorker: boolean;
      readonly guard: Guard;
      /** Of each pool. */
      readonly workers: number;
      /** File of the module. */
      readonly program: string;
      /** It ends itself when it is this old: for the case that main hangs. */
      readonly lifetimeMs: number;
    }
  /** Answer to `ask`: a child was started. */
  | { readonly type: 'granted' }
  /** Answer to `ask`: it is not started, nor will any other be. */
  | { readonly type: 'refused' }
  | { readonly type: 'child-ended' }
  /** For a worker: one task of its pool. */
  | { readonly type: 'task'; readonly name: string; readonly index: number; readonly item: number }
  /** Answer to `call`. */
  | { readonly type: 'results'; readonly values: readonly number[] }
  | { readonly type: 'exit'; readonly code: number };

export type FromProgram =
  /** The interpreter runs its first line; it imports the module next. */
  | { readonly type: 'up'; readonly at: number }
  /** Wants one more child. */
  | { readonly type: 'ask'; readonly at: number }
  /** The module was imported to its end: a worker is ready for tasks. */
  | { readonly type: 'imported'; readonly at: number }
  /** The module has raised an error. */
  | { readonly type: 'raised'; readonly at: number; readonly name: string; readonly message: string }
  /** `pool.map`: the function's name is all that is pickled of it. */
  | { readonly type: 'call'; readonly at: number; readonly name: string; readonly items: readonly number[] }
  | {
      readonly type: 'result';
      readonly index: number;
      readonly value: number;
      readonly begin: number;
      readonly end: number;
    }
  /** `pool.close`: its workers may go. */
  | { readonly type: 'close'; readonly at: number }
  /** It has nothing more to do, and waits to be let go. */
  | { readonly type: 'leaving'; readonly at: number; readonly code: number };
