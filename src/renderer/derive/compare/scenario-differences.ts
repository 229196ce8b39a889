/** In what two scenarios differ, field by field, in the words of the form. */
import type { Scenario } from '../../../shared/scenario';
import { type WorkloadName, workload } from '../../../shared/workloads';
import {
  distributionChoices,
  engineChoices,
  methodChoices,
  paramLabel,
  payloadChoices,
  policyChoices,
} from '../../scenario/words';
import { draftOf } from '../../store/draft';

export interface FieldDifference {
  /** The field's name in the form. */
  readonly label: string;
  readonly a: string;
  readonly b: string;
}

/** By path, in the form's order. */
const LABELS: Readonly<Record<string, string>> = {
  engine: 'Engine',
  'pool.processes': 'Workers',
  'pool.onWorkerLost': 'Worker dies',
  'call.method': 'Method',
  'call.chunksize': 'Chunk size',
  'workload.name': 'Workload',
  'input.items': 'Values',
  'input.generate.count': 'Tasks',
  'input.generate.mean': 'Mean size',
  'input.generate.distribution': 'Sizes',
  'input.generate.spread': 'Spread',
  'payload.kind': 'Payload',
  'payload.bytes': 'Bytes out',
  'payload.resultBytes': 'Bytes back',
  seed: 'Seed',
  'pool.retries': 'Retries',
  'pool.taskTimeoutMs': 'Task timeout (ms)',
  'pool.memoryLimitMb': 'Memory (MB)',
  'pool.maxTasksPerChild': 'Replace after (chunks)',
  'pool.prefetch': 'Prefetch (chunks)',
  'call.lookAhead': 'Look-ahead (tasks)',
};

const CHOICES = { engine: engineChoices, 'pool.onWorkerLost': policyChoices, 'call.method': methodChoices };
const TEXTS = new Map(
  Object.entries({
    ...CHOICES,
    'payload.kind': payloadChoices,
    'input.generate.distribution': distributionChoices,
  }).map(([path, choices]) => [path, new Map(choices.map(({ value, text }) => [value, text]))]),
);

/** What the form shows in an empty field; elsewhere it stands for the workload's or the method's own choice. */
const EMPTY: Readonly<Record<string, string>> = {
  'pool.taskTimeoutMs': 'none',
  'pool.maxTasksPerChild': 'never',
  'call.lookAhead': 'all',
};
const PARAM = 'workload.params.';
const MOST_CHARS = 40;

/** The name is none of them: it changes nothing about a run. */
export function scenarioDifferences(a: Scenario, b: Scenario): FieldDifference[] {
  const [left, right] = [draftOf(a), draftOf(b)];
  const found: FieldDifference[] = [];
  const params = [...new Set([...Object.keys(left.fields), ...Object.keys(right.fields)])].filter((path) =>
    path.startsWith(PARAM),
  );
  const kindsDiffer = left.inputKind !== right.inputKind;
  for (const path of [...Object.keys(LABELS), ...params]) {
    if (isOfOther(path, left.inputKind, kindsDiffer)) continue;
    const [inA, inB] = [left.fields[path], right.fields[path]];
    if (inA === inB) continue;
    const label = LABELS[path] ?? paramLabel(path.slice(PARAM.length));
    found.push({ label, a: textOf(path, inA), b: textOf(path, inB) });
  }
  if (kindsDiffer) found.push({ label: 'Items', a: ITEMS[left.inputKind], b: ITEMS[right.inputKind] });
  return found;
}

/** Whether two scenarios are the same work under the same conditions. */
export function sameScenario(a: Scenario, b: Scenario): boolean {
  return a === b || scenarioKey(a) === scenarioKey(b);
}

const keys = new WeakMap<Scenario, string>();

/** The same for scenarios that differ in nothing but their name. Made once: a scenario may list a million items. */
export function scenarioKey(scenario: Scenario): string {
  const known = keys.get(scenario);
  if (known !== undefined) return known;
  const { name: _, ...rest } = scenario;
  const key = JSON.stringify(rest);
  keys.set(scenario, key);
  return key;
}

const ITEMS = { generate: 'Drawn from the seed', items: 'Given one by one' } as const;

/** Fields that say nothing: where items are given, nothing is drawn. */
function isOfOther(path: string, inputKind: keyof typeof ITEMS, kindsDiffer: boolean): boolean {
  if (!path.startsWith('input.')) return false;
  return kindsDiffer || path.startsWith('input.generate.') === (inputKind === 'items');
}

function textOf(path: string, value: string | undefined): string {
  if (value === undefined) return 'none';
  if (value === '') return EMPTY[path] ?? 'auto';
  if (path === 'workload.name') return workload(value as WorkloadName).title;
  const text = TEXTS.get(path)?.get(value) ?? value;
  return text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text;
}
