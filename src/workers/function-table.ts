/** The functions that the pool has defined in this worker, ready to be called with a pickled argument's value. */
import { makePayload } from '../shared/payload';
import { taskSeed } from '../shared/random';
import type { FunctionSpec } from '../shared/worker-protocol';
import type { BuiltInName, WorkloadName, WorkloadParams } from '../shared/workloads';
import { loadModule } from './load-module';
import { openShared, type SharedEnd } from './shared-state';
import type { Workload } from './workload';
import { asyncForms, registry } from './workloads/registry';

/** @returns the value to pickle, or a promise of it: the result, or `[result, payload]` where a payload rides along */
export type TaskFunction = (args: unknown, task: number) => unknown;

/** @throws Error when a module of the user's cannot be loaded; a function of ours that shares nothing is there at once */
export function makeFunction(spec: FunctionSpec): TaskFunction | Promise<TaskFunction> {
  if (spec.shared !== null) return openShared(spec.shared).then((shared) => readingPayload(spec, shared));
  return spec.workload === 'module' ? moduleFunction(spec) : builtIn(spec, null);
}

/** A task that is told of shared memory reads it all, and gets it as it would get what was pickled. */
async function readingPayload(spec: FunctionSpec, shared: SharedEnd): Promise<TaskFunction> {
  const call = spec.workload === 'module' ? await moduleFunction(spec) : builtIn(spec, shared);
  const { readPayload } = shared;
  if (readPayload === null) return call;
  return (args, index) => call([...(args as unknown[]).slice(0, -1), readPayload()], index);
}

function builtIn(spec: FunctionSpec, shared: SharedEnd | null): TaskFunction {
  const name = spec.workload as BuiltInName;
  const plain = registry[name] as Workload<WorkloadName>;
  const call = spec.awaits ? ((asyncForms as Partial<Record<BuiltInName, typeof plain>>)[name] ?? plain) : plain;
  const params = spec.params as Parameters<typeof call>[1];
  return withPayload(spec, (args, index) => {
    const item = spec.tuple ? (args as [number])[0] : (args as number);
    return call(item, params, { index, seed: taskSeed(spec.seed, index), shared });
  });
}

/** The user's function gets a tuple's elements as its arguments, as in Python. */
async function moduleFunction(spec: FunctionSpec): Promise<TaskFunction> {
  const { file, export: name } = spec.params as WorkloadParams<'module'>;
  const call = await loadModule(file, name);
  return withPayload(spec, (args) => (spec.tuple ? call(...(args as unknown[])) : call(args)));
}

function withPayload({ resultPayload }: FunctionSpec, call: TaskFunction): TaskFunction {
  const payload = makePayload(resultPayload.kind, resultPayload.bytes);
  if (payload === undefined) return call;
  return (args, index) => {
    const result = call(args, index);
    return isThenable(result) ? result.then((value) => [value, payload]) : [result, payload];
  };
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
