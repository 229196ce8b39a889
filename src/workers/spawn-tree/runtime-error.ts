/** Python's own check, in its own words: CPython, Lib/multiprocessing/spawn.py, `_check_not_importing_main`. */
export class RuntimeError extends Error {
  override readonly name = 'RuntimeError';
}

export const BOOTSTRAPPING =
  'An attempt has been made to start a new process before the current process has finished its bootstrapping phase.';
