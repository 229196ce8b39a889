/**
 * The scenario as it stands in the form: raw text for each field, so that nothing typed is ever lost, and what it comes
 * to, a scenario or a sentence for each field that is wrong.
 */
import { createStore } from 'zustand/vanilla';
import { issuesByPath } from '../../shared/explain-issues';
import { SCENARIO_VERSION, type Scenario, scenarioSchema } from '../../shared/scenario';
import { type WorkloadName, workload } from '../../shared/workloads';

/** Fields by their path in a scenario; parameters are `workload.params.NAME`. An empty text stands for null or the default where one is allowed. */
export type Fields = Readonly<Record<string, string>>;

export interface Draft {
  readonly fields: Fields;
  /** Whether items are drawn from the seed or given one by one. */
  readonly inputKind: 'generate' | 'items';
}

export interface DraftState extends Draft {
  /** null while a field is wrong. */
  readonly scenario: Scenario | null;
  /** Sentences by path. */
  readonly errors: Readonly<Record<string, string>>;
}

const PARAM = 'workload.params.';
const DEFAULT_SPREAD = '0.5';
/** Where items have no size the form shows neither field: nothing wrong may stay in them. */
const WITHOUT_SIZES: Fields = { 'input.generate.mean': '', 'input.generate.spread': DEFAULT_SPREAD };

/** The form's texts for a scenario. `parseDraft` of it gives the scenario again. */
export function draftOf(scenario: Scenario): Draft {
  const { pool, call, workload: work, input, payload } = scenario;
  const fields: Record<string, string> = {
    name: scenario.name,
    engine: scenario.engine,
    'pool.processes': String(pool.processes),
    'pool.maxTasksPerChild': orEmpty(pool.maxTasksPerChild),
    'pool.onWorkerLost': pool.onWorkerLost,
    'pool.retries': String(pool.retries),
    'pool.prefetch': orEmpty(pool.prefetch),
    'pool.taskTimeoutMs': orEmpty(pool.taskTimeoutMs),
    'pool.memoryLimitMb': orEmpty(pool.memoryLimitMb),
    'call.method': call.method,
    'call.chunksize': orEmpty(call.chunksize),
    'call.lookAhead': orEmpty(call.lookAhead),
    'workload.name': work.name,
    'input.items': itemsText(work.name, input.items ?? []),
    'input.generate.count': String(input.generate?.count ?? 24),
    'input.generate.distribution': input.generate?.distribution ?? 'constant',
    'input.generate.mean': input.generate?.mean === undefined ? '' : String(input.generate.mean),
    'input.generate.spread': String(input.generate?.spread ?? DEFAULT_SPREAD),
    'payload.kind': payload.kind,
    'payload.bytes': String(payload.bytes),
    'payload.resultBytes': String(payload.resultBytes),
    seed: String(scenario.seed),
  };
  for (const [name, value] of Object.entries(work.params)) fields[PARAM + name] = paramText(value);
  return { fields, inputKind: input.items === undefined ? 'generate' : 'items' };
}

const orEmpty = (value: number | null): string => (value === null ? '' : String(value));

/** What the texts come to. */
export function parseDraft({ fields, inputKind }: Draft): Pick<DraftState, 'scenario' | 'errors'> {
  const text = (path: string): string => fields[path] ?? '';
  const number = (path: string): unknown => numberOf(text(path));
  const optional = (path: string): unknown => (text(path).trim() === '' ? undefined : number(path));
  const params = Object.keys(fields).filter((path) => path.startsWith(PARAM));
  const value = {
    version: SCENARIO_VERSION,
    name: text('name'),
    engine: text('engine'),
    pool: {
      processes: number('pool.processes'),
      maxTasksPerChild: optional('pool.maxTasksPerChild') ?? null,
      onWorkerLost: text('pool.onWorkerLost'),
      retries: number('pool.retries'),
      prefetch: optional('pool.prefetch') ?? null,
      taskTimeoutMs: optional('pool.taskTimeoutMs') ?? null,
      memoryLimitMb: optional('pool.memoryLimitMb') ?? null,
    },
    call: {
      method: text('call.method'),
      chunksize: optional('call.chunksize') ?? null,
      lookAhead: optional('call.lookAhead') ?? null,
    },
    workload: {
      name: text('workload.name'),
      params: Object.fromEntries(params.map((path) => [path.slice(PARAM.length), paramOf(fields, path)])),
    },
    input:
      inputKind === 'items'
        ? { items: itemsOf(text('workload.name') as WorkloadName, text('input.items')) }
        : { generate: generated(number, optional, text) },
    payload: {
      kind: text('payload.kind'),
      bytes: number('payload.bytes'),
      // The field stands still for shared memory: what is left in it counts for nothing.
      resultBytes: text('payload.kind') === 'shared-memory' ? 0 : number('payload.resultBytes'),
    },
    seed: number('seed'),
  };
  const parsed = scenarioSchema.safeParse(value);
  if (parsed.success) return { scenario: parsed.data, errors: {} };
  return { scenario: null, errors: byField(issuesByPath(parsed.error, value)) };
}

type Read = (path: string) => unknown;

function generated(number: Read, optional: Read, text: (path: string) => string) {
  return {
    count: number('input.generate.count'),
    distribution: text('input.generate.distribution'),
    mean: optional('input.generate.mean'),
    spread: number('input.generate.spread'),
  };
}

/** The number that a text is, or the text itself, for the schema to refuse with its own sentence. */
export function numberOf(text: string): unknown {
  const plain = text.trim().replaceAll(/[_\s]/g, '');
  return plain === '' || Number.isNaN(Number(plain)) ? text : Number(plain);
}

const takesValues = (name: WorkloadName): boolean => workload(name).item.kind === 'value';

/** Numbers with commas between them; where a task takes any value, as JSON. */
function itemsText(name: WorkloadName, items: readonly unknown[]): string {
  return takesValues(name) ? JSON.stringify(items) : items.join(', ');
}

function itemsOf(name: WorkloadName, text: string): unknown {
  if (takesValues(name)) return jsonOf(text);
  return text
    .split(/[,\s]+/)
    .filter((part) => part !== '')
    .map(numberOf);
}

/** The items' text as another workload reads it; what it cannot read stays as it was typed. */
function convertedItems(fields: Fields, name: WorkloadName): string {
  const former = fields['workload.name'] as WorkloadName;
  const text = fields['input.items'] ?? '';
  if (takesValues(former) === takesValues(name)) return text;
  const items = itemsOf(former, text);
  const fits = Array.isArray(items) && items.every((item) => typeof item === 'number');
  return fits ? itemsText(name, items) : text;
}

/** The value that a text is as JSON, or the text itself, for the schema to refuse with its own sentence. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function paramText(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Parameters are numbers, text or lists; the schema of the workload knows which, and whether nothing is one. */
function paramOf(fields: Fields, path: string): unknown {
  const schema = workload((fields['workload.name'] ?? '') as WorkloadName).params.shape[path.slice(PARAM.length)];
  const text = fields[path] ?? '';
  if (text === '' && schema?.safeParse(null).success) return null;
  if (schema?.safeParse('text').success) return text;
  return schema?.safeParse([]).success ? jsonOf(text) : numberOf(text);
}

/** All items are one field of the form: `input.items[3]` belongs to it. */
function byField(errors: Record<string, string>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(errors)) {
    const item = /^input\.items\[(\d+)\]$/.exec(path);
    if (item === null) found[path] = sentence;
    else found['input.items'] ??= `item ${Number(item[1]) + 1}: ${sentence}`;
  }
  return found;
}

/** Texts for another workload: its own parameters, and sizes that suit it. */
function withWorkload(fields: Fields, name: WorkloadName): Fields {
  const { params, item, taskLimit } = workload(name);
  const kept = Object.entries(fields).filter(([path]) => !path.startsWith(PARAM));
  const defaults = params.parse({}) as Record<string, unknown>;
  const limit = taskLimit?.(defaults);
  const former = limitsOf(fields['workload.name'] as WorkloadName);
  return {
    ...Object.fromEntries(kept),
    ...withLimits(fields, former, limitsOf(name)),
    ...Object.fromEntries(Object.entries(defaults).map(([key, value]) => [PARAM + key, paramText(value)])),
    'workload.name': name,
    'input.items': convertedItems(fields, name),
    ...(item.kind === 'size' ? { 'input.generate.mean': String(item.typical) } : WITHOUT_SIZES),
    ...(limit === undefined ? {} : { 'input.generate.count': String(limit) }),
  };
}

/** By path, as texts. */
function limitsOf(name: WorkloadName): Fields {
  const limits = Object.entries(workload(name).limits ?? {});
  return Object.fromEntries(limits.map(([key, value]) => [`pool.${key}`, String(value)]));
}

/** The limits that came with the former workload go with it; those of the next come where none are given. */
function withLimits(fields: Fields, former: Fields, next: Fields): Fields {
  const left = Object.entries(former).filter(([path, text]) => fields[path] === text);
  const found: Record<string, string> = Object.fromEntries(left.map(([path]) => [path, '']));
  for (const [path, text] of Object.entries(next)) {
    if ((found[path] ?? fields[path] ?? '').trim() === '') found[path] = text;
  }
  return found;
}

export function createDraftStore(initial: Scenario) {
  const state = (draft: Draft): DraftState => ({ ...draft, ...parseDraft(draft) });
  const store = createStore<DraftState>(() => state(draftOf(initial)));
  const change = (draft: Partial<Draft>): void => {
    const { fields, inputKind } = store.getState();
    store.setState(state({ fields, inputKind, ...draft }));
  };
  return Object.assign(store, {
    load: (scenario: Scenario): void => change(draftOf(scenario)),
    set: (path: string, text: string): void => change({ fields: { ...store.getState().fields, [path]: text } }),
    setInputKind: (inputKind: Draft['inputKind']): void => change({ inputKind }),
    setWorkload: (name: WorkloadName): void =>
      change({ fields: withWorkload(store.getState().fields, name), inputKind: 'generate' }),
  });
}

export type DraftStore = ReturnType<typeof createDraftStore>;
