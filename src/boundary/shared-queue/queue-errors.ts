/** What a queue refuses, with Python's names. */

/** The queue stayed full for as long as `put` was to wait. */
export class Full extends Error {
  override name = 'Full';
}

/** The queue stayed empty for as long as `get` was to wait. */
export class Empty extends Error {
  override name = 'Empty';
}

/** What Python raises a ValueError for: a closed queue, `taskDone` too often, an item that does not fit. */
export class QueueError extends Error {
  override name = 'QueueError';
}

/** A process that died, or was stopped, still has the lock: Python's queue would wait for ever. */
export class QueueBroken extends Error {
  override name = 'QueueBroken';
}
