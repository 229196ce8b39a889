/** A promise whose settling calls a call's callbacks first, as Python's result handler does. */
import type { CallbackKind } from '../../shared/telemetry';
import { type Deferred, deferred } from '../deferred';
import type { Callbacks } from './async-result';

/** The tasks of a `map` or `apply`, known once its input is. */
export class MapCall {
  firstTask = 0;
  tasks = 0;
}

/** @param at when it was called, ns since the clock base @param error what the callback itself raised */
type CallbackReport = (kind: CallbackKind, at: number, error: Error | null) => void;

/** In Python an exception in a callback ends the thread that handles results. Here it is reported, no more. */
export function callingBack<Value>(
  { callback, errorCallback }: Callbacks<Value>,
  now: () => number,
  report: CallbackReport,
): Deferred<Value> {
  const { promise, resolve, reject } = deferred<Value>();
  const call = (kind: CallbackKind, callBack: () => void): void => {
    const at = now();
    let raised: Error | null = null;
    try {
      callBack();
    } catch (error) {
      raised = error instanceof Error ? error : new Error(String(error));
    }
    report(kind, at, raised);
  };
  return {
    promise,
    resolve: (value) => {
      if (callback !== undefined) call('callback', () => callback(value));
      resolve(value);
    },
    reject: (error) => {
      if (errorCallback !== undefined) call('error-callback', () => errorCallback(error));
      reject(error);
    },
  };
}
