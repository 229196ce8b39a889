/** Makes an error crossable: plain data with the worker's own stack, whatever was thrown. */
import type { RemoteErrorData } from '../shared/worker-protocol';

export function remoteError(thrown: unknown): RemoteErrorData {
  if (thrown instanceof Error) {
    // Described, not copied: a program may have put anything in place of these texts.
    const name = describe(thrown.name);
    const message = describe(thrown.message);
    return { name, message, stack: thrown.stack === undefined ? `${name}: ${message}` : describe(thrown.stack) };
  }
  const message = describe(thrown);
  return { name: 'Error', message, stack: `${message} (thrown as a ${typeof thrown}, so it has no stack)` };
}

/** What the caller gets for a result that cannot be pickled. Python's name for it. */
export function unpicklableResult(cause: unknown): RemoteErrorData {
  const reason = cause instanceof Error ? cause.message : describe(cause);
  const { stack } = remoteError(cause);
  return { name: 'MaybeEncodingError', message: `The result cannot be pickled: ${reason}`, stack };
}

function describe(value: unknown): string {
  try {
    return String(value);
  } catch {
    return 'a value that cannot be shown';
  }
}
