/**
 * The scenario file, version 1: what to run, on which engine, with how many processes.
 * The contract is public (docs/scenario-format.md); every field but `version` and `workload` has a default.
 */
import { z } from 'zod';
import { labSchema } from './labs';
import { MAX_PAYLOAD_BYTES, MAX_PROCESSES, MAX_TASKS } from './limits';
import { fields, numberBetween, shortText, wholeNumber } from './schema-words';
import { MOST_ARRAY_TASKS } from './shared-array';
import { itemSchema, type WorkloadName, workload, workloadNames } from './workloads';

export const SCENARIO_VERSION = 1;

/** How many tasks are generated where neither scenario nor workload says. */
export const DEFAULT_COUNT = 24;

export const ENGINES = ['utility-process', 'thread', 'locked-thread', 'serial', 'async', 'child-process'] as const;
export const METHODS = [
  'map',
  'starmap',
  'imap',
  'imap-unordered',
  'apply',
  'apply-async',
  'map-async',
  'starmap-async',
] as const;
export const LOST_POLICIES = ['retry', 'fail', 'break', 'lose'] as const;
/** Policy `retry`: how often a task is started again after its worker died with it, where nothing else is said. */
export const LOST_RETRIES = 1;
export const MAX_RETRIES = 100;
/** Most chunks that a worker may have in its pipe. */
export const MAX_PREFETCH = 256;
export const MAX_TIMEOUT_MS = 86_400_000;
/** Least memory that a worker can boot with, and most that a limit may be, in MB of JavaScript heap. */
export const MIN_MEMORY_MB = 32;
export const MAX_MEMORY_MB = 65_536;
/** `shared-memory`: bytes that tasks are told the name of; the others are pickled with each argument. */
export const PAYLOAD_KINDS = ['none', 'bytes', 'text', 'numbers', 'objects', 'shared-memory'] as const;
export const DISTRIBUTIONS = ['constant', 'uniform', 'exponential', 'bimodal'] as const;

const payloadBytes = wholeNumber(0, MAX_PAYLOAD_BYTES).default(0);

export const poolSchema = fields({
  /** Workers; with `async` tasks that the one loop has in flight at once, at most. */
  processes: wholeNumber(1, MAX_PROCESSES).default(4),
  /** Chunks a worker runs before it is replaced; null: never. */
  maxTasksPerChild: wholeNumber(1, 1_000_000_000, 'or null').nullable().default(null),
  onWorkerLost: z.enum(LOST_POLICIES).default('retry'),
  /** Policy `retry`: how often a task is started again after its worker died with it. */
  retries: wholeNumber(0, MAX_RETRIES).default(LOST_RETRIES),
  /** Chunks in a worker's pipe, the one it runs included; null: as many as keep it busy, or 1 where a lost task is not run again. */
  prefetch: wholeNumber(1, MAX_PREFETCH, 'or null').nullable().default(null),
  /** A worker that is at one task for longer is killed, and `onWorkerLost` decides; null: no limit. */
  taskTimeoutMs: wholeNumber(1, MAX_TIMEOUT_MS, 'or null').nullable().default(null),
  /** Limit of each worker's JavaScript heap in MB; null: the engine's own. */
  memoryLimitMb: wholeNumber(MIN_MEMORY_MB, MAX_MEMORY_MB, 'or null').nullable().default(null),
});

export const callSchema = fields({
  method: z.enum(METHODS).default('map'),
  /** Items per chunk; null: what Python would choose for the method. */
  chunksize: wholeNumber(1, MAX_TASKS, 'or null').nullable().default(null),
  /** `imap`, `imap-unordered`: tasks taken from the input and not yet by the caller, at most; null: all of them. */
  lookAhead: wholeNumber(1, MAX_TASKS, 'or null').nullable().default(null),
});

export const generateSchema = fields({
  /** Left out: every part where the workload has a number of parts, as a picture has tiles; else DEFAULT_COUNT. */
  count: wholeNumber(0, MAX_TASKS).optional(),
  distribution: z.enum(DISTRIBUTIONS).default('constant'),
  /** Mean of the items, in the unit of the workload's item; left out: the workload's typical size. */
  mean: numberBetween(0, 1e12).optional(),
  /** Relative spread, 0..1 (uniform: half width / mean; bimodal: distance of each mode / mean). */
  spread: numberBetween(0, 1).default(0.5),
});

export const inputSchema = fields({
  /** Checked one by one by the workload: most take numbers, a function of the user's any JSON value. */
  items: z.array(z.unknown()).max(MAX_TASKS).optional(),
  generate: generateSchema.optional(),
}).refine(({ items, generate }) => (items === undefined) !== (generate === undefined), {
  error: 'expected either "items" or "generate"',
});

export const payloadSchema = fields({
  kind: z.enum(PAYLOAD_KINDS).default('none'),
  /** Size of what rides along with each argument, in bytes before pickling. */
  bytes: payloadBytes,
  /** Size of what rides along with each result, in bytes before pickling. */
  resultBytes: payloadBytes,
}).refine(({ kind, resultBytes }) => kind !== 'shared-memory' || resultBytes === 0, {
  path: ['resultBytes'],
  error: 'shared memory is only read by tasks; expected 0',
});

const workloadSchema = fields({
  name: z.enum(workloadNames),
  params: z.record(z.string(), z.unknown()).default({}),
}).transform((value, context) => {
  const parsed = workload(value.name).params.safeParse(value.params);
  if (parsed.success) return { name: value.name, params: parsed.data as Record<string, unknown> };
  for (const issue of parsed.error.issues) {
    context.issues.push({ ...issue, path: ['params', ...issue.path], input: value.params } as never);
  }
  // Not z.NEVER: for a field too many zod goes on to what follows, and reports it with the rest.
  return value;
});

export const scenarioSchema = fields({
  version: z.literal(SCENARIO_VERSION),
  name: shortText(200).default('Untitled'),
  engine: z.enum(ENGINES).default('utility-process'),
  pool: poolSchema.prefault({}),
  call: callSchema.prefault({}),
  workload: workloadSchema,
  input: inputSchema.prefault({ generate: {} }),
  payload: payloadSchema.prefault({}),
  seed: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).default(42),
  /** The lab that it was set up in, with the lab's controls; left out: none. A run has no use for it. */
  lab: labSchema.optional(),
})
  .transform((scenario) => ({ ...scenario, input: withCount(scenario.input, scenario.workload) }))
  .superRefine(checkItems)
  .superRefine(checkArray)
  .superRefine(checkFaults)
  .superRefine(checkModule);

function withCount({ items, generate }: z.output<typeof inputSchema>, { name, params }: ParsedWorkload): ScenarioInput {
  if (generate === undefined) return { items };
  return { generate: { ...generate, count: generate.count ?? workload(name).taskLimit?.(params) ?? DEFAULT_COUNT } };
}

/** Checks what needs workload and input together: each item's range, and how many tasks the parameters allow. */
function checkItems(scenario: { workload: ParsedWorkload; input: ScenarioInput }, context: z.RefinementCtx): void {
  const { item, taskLimit } = workload(scenario.workload.name);
  const { items, generate } = scenario.input;
  const limit = taskLimit?.(scenario.workload.params) ?? MAX_TASKS;
  const refuse = (path: PropertyKey[], message: string): void =>
    context.addIssue({ code: 'custom', path: ['input', ...path], message });
  const one = itemSchema(item.kind === 'index' && taskLimit !== undefined ? { ...item, max: limit - 1 } : item);
  for (const [index, value] of (items ?? []).entries()) {
    const message = one.safeParse(value).error?.issues[0]?.message;
    if (message === undefined) continue;
    refuse(['items', index], message);
    // One is enough: a file may hold millions of them.
    break;
  }
  if (generate === undefined) return;
  if (generate.count > limit) refuse(['generate', 'count'], `expected a whole number from 0 to ${limit}`);
  if (item.kind === 'size' && generate.mean !== undefined && generate.mean > item.max) {
    refuse(['generate', 'mean'], `expected a number from 0 to ${item.max}`);
  }
}

/** Each task of a shared array has numbers in it: their number is bounded as memory is. */
function checkArray(scenario: { workload: ParsedWorkload; input: ScenarioInput }, context: z.RefinementCtx): void {
  const { items, generate } = scenario.input;
  if (scenario.workload.name !== 'shared-array') return;
  if ((items?.length ?? generate?.count ?? 0) <= MOST_ARRAY_TASKS) return;
  const path = ['input', ...(items === undefined ? ['generate', 'count'] : ['items'])];
  context.addIssue({ code: 'custom', path, message: `expected at most ${MOST_ARRAY_TASKS} tasks that share an array` });
}

/** A workload that ends its worker must have one to end, and one that eats memory a limit to reach. */
function checkFaults({ engine, workload: { name }, pool }: FaultParts, context: z.RefinementCtx): void {
  const refuse = (path: string[], message: string): void => context.addIssue({ code: 'custom', path, message });
  if (name === 'crash' && (isThread(engine) || isLoop(engine))) {
    refuse(['engine'], 'crash would end Poolscope itself; expected utility-process or child-process');
  } else if (ENDING_WORKLOADS.has(name) && isLoop(engine)) {
    refuse(
      ['engine'],
      `${name} ends or blocks its worker, and ${anLoop(engine)} has no other; expected a pool of workers`,
    );
  }
  if (name === 'leak-memory' && pool.memoryLimitMb === null) {
    const numbers = `a whole number from ${MIN_MEMORY_MB} to ${MAX_MEMORY_MB}`;
    refuse(['pool', 'memoryLimitMb'], `leak-memory takes memory until it meets a limit; expected ${numbers}`);
  }
}

/** Where a function of the user's is: every parameter has a default, but this one's names nothing. */
function checkModule({ workload: { name, params } }: { workload: ParsedWorkload }, context: z.RefinementCtx): void {
  if (name !== 'module' || /\.[cm]?js$/.test(String(params.file))) return;
  const message = 'expected the path of a .js, .mjs or .cjs file';
  context.addIssue({ code: 'custom', path: ['workload', 'params', 'file'], message });
}

const ENDING_WORKLOADS: ReadonlySet<WorkloadName> = new Set(['crash', 'exit', 'hang', 'leak-memory']);

interface FaultParts {
  readonly engine: EngineName;
  readonly workload: ParsedWorkload;
  readonly pool: z.output<typeof poolSchema>;
}

type ParsedWorkload = z.output<typeof workloadSchema>;

/** Items drawn from the seed. */
export interface GeneratedInput extends z.output<typeof generateSchema> {
  readonly count: number;
}
/** Exactly one of the two is present. */
export interface ScenarioInput {
  readonly items?: unknown[] | undefined;
  readonly generate?: GeneratedInput | undefined;
}

/** A whole scenario, defaults filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
/** A scenario as a person writes it: defaults left out. */
export type ScenarioDraft = z.input<typeof scenarioSchema>;
export type EngineName = (typeof ENGINES)[number];
/** Whether its workers are threads of main: one process, told apart by their names. */
export const isThread = (engine: EngineName | null | undefined): boolean =>
  engine === 'thread' || engine === 'locked-thread';
/** Whether it has no pool: one thread of main runs every task, and nothing is pickled. */
export const isLoop = (engine: EngineName | null | undefined): engine is 'serial' | 'async' =>
  engine === 'serial' || engine === 'async';
/** What an engine without a pool is called. */
export const loopWord = (engine: EngineName): string => (engine === 'async' ? 'event loop' : 'plain loop');
/** The same with its article. */
export const anLoop = (engine: EngineName): string => (engine === 'async' ? 'an event loop' : 'a plain loop');
export type MethodName = (typeof METHODS)[number];
export type LostPolicy = (typeof LOST_POLICIES)[number];
export type PayloadKind = (typeof PAYLOAD_KINDS)[number];
export type Distribution = (typeof DISTRIBUTIONS)[number];
