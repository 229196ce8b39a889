/** The errors that a pool's caller can meet. Names follow Python's where Python has one. */
import type { RemoteErrorData } from '../../shared/worker-protocol';

/** A task raised an error, or its result could not be pickled. `stack` is the worker's own. */
export class RemoteError extends Error {
  constructor({ name, message, stack }: RemoteErrorData) {
    super(message);
    this.name = name;
    this.stack = stack;
  }
}

/** An argument cannot be pickled; the task was never sent. */
export class PicklingError extends Error {
  override readonly name = 'PicklingError';
}

/** The worker died while it had the task, and the policy gives it up. */
export class WorkerLostError extends Error {
  override readonly name = 'WorkerLostError';
}

/** The task took longer than the pool allows; its worker was ended, and the policy gives the task up. */
export class TaskTimeoutError extends Error {
  override readonly name = 'TaskTimeoutError';
}

/** Somebody has waited for a result as long as they said they would. The task itself goes on. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** A function cannot be called at all: the user's module or its export is not what the call needs. */
export class ModuleError extends Error {
  override readonly name = 'ModuleError';
}

/** Policy `break`: one worker died and the whole pool with it. */
export class BrokenProcessPool extends Error {
  override readonly name = 'BrokenProcessPool';
}

/** Not run, because an earlier task of the same chunk failed: in Python the first error ends its chunk. */
export class SkippedError extends Error {
  override readonly name = 'SkippedError';
}

/** The task was still waiting when the pool was stopped or terminated. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** Work was offered to a pool that is closed. Python: ValueError("Pool not running"). */
export class PoolNotRunning extends Error {
  override readonly name = 'PoolNotRunning';
  constructor() {
    super('Pool not running');
  }
}
