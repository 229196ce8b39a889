/** The functions that the bench has Poolscope's workers call. All are of the shipped catalogue. */
import type { FunctionSpec } from '../../../src/shared/worker-protocol';
import type { SubjectOptions } from '../subject';

/** Of n = 0 it adds nothing: the cheapest task that there is. Of a larger n it keeps a core busy. */
export const sumOfSquares: FunctionSpec = {
  workload: 'sum-of-squares',
  params: {},
  seed: 42,
  tuple: false,
  shared: null,
  resultPayload: { kind: 'none', bytes: 0 },
};

/** A no-op whose argument and result each carry a payload. */
export function carrier({ payload }: SubjectOptions): FunctionSpec {
  return { ...sumOfSquares, tuple: true, resultPayload: payload ?? { kind: 'none', bytes: 0 } };
}
