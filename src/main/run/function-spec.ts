/** What a scenario asks the workers to call, and the arguments that it calls it with. */
import { makePayload } from '../../shared/payload';
import type { PayloadKind, Scenario } from '../../shared/scenario';
import type { FunctionSpec } from '../../shared/worker-protocol';

/** Whether something rides along: a kind without bytes, or bytes without a kind, is nothing. */
export const carriesPayload = (kind: PayloadKind, bytes: number): boolean => kind !== 'none' && bytes > 0;

/** `starmap` unpacks a tuple for each call; a payload makes one of the others' arguments too. */
function takesTuple({ call, payload }: Scenario): boolean {
  return call.method === 'starmap' || carriesPayload(payload.kind, payload.bytes);
}

export function functionSpec(scenario: Scenario): FunctionSpec {
  const { workload, payload, seed } = scenario;
  const withResult = carriesPayload(payload.kind, payload.resultBytes);
  return {
    workload: workload.name,
    params: workload.params,
    seed,
    tuple: takesTuple(scenario),
    resultPayload: withResult ? { kind: payload.kind, bytes: payload.resultBytes } : { kind: 'none', bytes: 0 },
  };
}

/** One argument a task. Every task's payload is the same object: it is pickled anew each time all the same. */
export function taskArguments(scenario: Scenario, items: readonly number[]): readonly unknown[] {
  if (!takesTuple(scenario)) return items;
  const { kind, bytes } = scenario.payload;
  if (!carriesPayload(kind, bytes)) return items.map((item) => [item]);
  const payload = makePayload(kind, bytes);
  return items.map((item) => [item, payload]);
}
