/** What a scenario asks the workers to call, and the arguments that it calls it with. */
import { dumps } from '../../boundary/pickle';
import { makePayload } from '../../shared/payload';
import type { PayloadKind, Scenario } from '../../shared/scenario';
import type { FunctionSpec, InitializerCall, SharedNames } from '../../shared/worker-protocol';
import type { WorkloadParams } from '../../shared/workloads';

const NOTHING = { kind: 'none', bytes: 0 } as const;

/** Whether something rides along: a kind without bytes, or bytes without a kind, is nothing. */
export const carriesPayload = (kind: PayloadKind, bytes: number): boolean => kind !== 'none' && bytes > 0;

/** `starmap` unpacks a tuple for each call; a payload makes one of the others' arguments too. */
function takesTuple({ call, payload }: Scenario): boolean {
  return call.method === 'starmap' || call.method === 'starmap-async' || carriesPayload(payload.kind, payload.bytes);
}

/** @param shared what the run shares with its workers */
export function functionSpec(scenario: Scenario, shared: SharedNames | null): FunctionSpec {
  const { workload, payload, seed } = scenario;
  const withResult = carriesPayload(payload.kind, payload.resultBytes);
  return {
    workload: workload.name,
    params: workload.params,
    seed,
    tuple: takesTuple(scenario),
    shared,
    resultPayload: withResult ? { kind: payload.kind, bytes: payload.resultBytes } : NOTHING,
  };
}

/**
 * One argument a task. Every task's payload is the same object: it is pickled anew each time all the same. Of shared
 * memory only its name is.
 */
export function taskArguments(
  scenario: Scenario,
  items: readonly unknown[],
  shared: SharedNames | null,
): readonly unknown[] {
  if (!takesTuple(scenario)) return items;
  const { kind, bytes } = scenario.payload;
  const payload = carriesPayload(kind, bytes) ? [shared?.payload ?? makePayload(kind, bytes)] : [];
  const spread = scenario.call.method.startsWith('starmap');
  return items.map((item) => [...(spread ? asTuple(item) : [item]), ...payload]);
}

/** An item that is a list is the tuple itself, where a function of the user's takes several arguments. */
const asTuple = (item: unknown): readonly unknown[] => (Array.isArray(item) ? item : [item]);

/** What a loop calls, and with what: nothing rides along where nothing crosses. */
export function loopCall(
  scenario: Scenario,
  items: readonly unknown[],
  shared: SharedNames | null,
): { spec: FunctionSpec; items: readonly unknown[] } {
  const spreads = scenario.workload.name === 'module' && scenario.call.method.startsWith('starmap');
  const spec = {
    ...functionSpec(scenario, shared),
    tuple: spreads,
    resultPayload: NOTHING,
    awaits: scenario.engine === 'async',
  };
  return { spec, items: spreads ? items.map(asTuple) : items };
}

/** What each worker calls before anything else, or null. */
export function initializerCall({ workload, seed }: Scenario): InitializerCall | null {
  if (workload.name !== 'module') return null;
  const { file, initializer, initargs } = workload.params as WorkloadParams<'module'>;
  if (initializer === null) return null;
  const params = { file, export: initializer };
  const spec = { workload: 'module', params, seed, tuple: true, shared: null, resultPayload: NOTHING } as const;
  return { spec, args: dumps(initargs) };
}
