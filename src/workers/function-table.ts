/** The functions that the pool has defined in this worker, ready to be called with a pickled argument's value. */
import { makePayload } from '../shared/payload';
import { taskSeed } from '../shared/random';
import type { FunctionSpec } from '../shared/worker-protocol';
import type { WorkloadName } from '../shared/workloads';
import type { Workload } from './workload';
import { registry } from './workloads/registry';

/** @returns the value to pickle: the result, or `[result, payload]` where a payload rides along */
export type TaskFunction = (args: unknown, task: number) => unknown;

export function makeFunction(spec: FunctionSpec): TaskFunction {
  const call = registry[spec.workload] as Workload<WorkloadName>;
  const params = spec.params as Parameters<typeof call>[1];
  const payload = makePayload(spec.resultPayload.kind, spec.resultPayload.bytes);
  return (args, index) => {
    const item = spec.tuple ? (args as [number])[0] : (args as number);
    const result = call(item, params, { index, seed: taskSeed(spec.seed, index) });
    return payload === undefined ? result : [result, payload];
  };
}
