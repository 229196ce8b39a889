/**
 * The scenario file, version 1: what to run, on which engine, with how many processes.
 * The contract is public (docs/scenario-format.md); every field but `version` and `workload` has a default.
 */
import { z } from 'zod';
import { itemSchema, workload, workloadNames } from './workloads';

export const SCENARIO_VERSION = 1;
/** More processes than this are refused: they would only exhaust the machine. */
export const MAX_PROCESSES = 256;
/** More tasks than this are refused. */
export const MAX_TASKS = 10_000_000;
/** Largest payload of one task, in bytes. */
export const MAX_PAYLOAD_BYTES = 268_435_456;

export const ENGINES = ['utility-process', 'thread', 'serial', 'child-process'] as const;
export const METHODS = ['map', 'starmap', 'imap', 'imap-unordered', 'apply-async'] as const;
export const LOST_POLICIES = ['retry', 'fail', 'break', 'lose'] as const;
export const PAYLOAD_KINDS = ['none', 'bytes', 'text', 'numbers', 'objects'] as const;
export const DISTRIBUTIONS = ['constant', 'uniform', 'exponential', 'bimodal'] as const;

const wholeNumber = (min: number, max: number) => z.int().min(min).max(max);
const payloadBytes = wholeNumber(0, MAX_PAYLOAD_BYTES).default(0);

export const poolSchema = z.strictObject({
  processes: wholeNumber(1, MAX_PROCESSES).default(4),
  /** Chunks a worker runs before it is replaced; null: never. */
  maxTasksPerChild: wholeNumber(1, 1_000_000_000).nullable().default(null),
  onWorkerLost: z.enum(LOST_POLICIES).default('retry'),
});

export const callSchema = z.strictObject({
  method: z.enum(METHODS).default('map'),
  /** Items per chunk; null: what Python would choose for the method. */
  chunksize: wholeNumber(1, MAX_TASKS).nullable().default(null),
});

export const generateSchema = z.strictObject({
  count: wholeNumber(0, MAX_TASKS).default(24),
  distribution: z.enum(DISTRIBUTIONS).default('constant'),
  /** Mean of the items, in the unit of the workload's item; left out: the workload's typical size. */
  mean: z.number().min(0).max(1e12).optional(),
  /** Relative spread, 0..1 (uniform: half width / mean; bimodal: distance of each mode / mean). */
  spread: z.number().min(0).max(1).default(0.5),
});

export const inputSchema = z
  .strictObject({
    items: z.array(z.number()).max(MAX_TASKS).optional(),
    generate: generateSchema.optional(),
  })
  .refine(({ items, generate }) => (items === undefined) !== (generate === undefined), {
    error: 'expected either "items" or "generate"',
  });

export const payloadSchema = z.strictObject({
  kind: z.enum(PAYLOAD_KINDS).default('none'),
  /** Size of what rides along with each argument, in bytes before pickling. */
  bytes: payloadBytes,
  /** Size of what rides along with each result, in bytes before pickling. */
  resultBytes: payloadBytes,
});

const workloadSchema = z
  .strictObject({
    name: z.enum(workloadNames),
    params: z.record(z.string(), z.unknown()).default({}),
  })
  .transform((value, context) => {
    const parsed = workload(value.name).params.safeParse(value.params);
    if (parsed.success) return { name: value.name, params: parsed.data as Record<string, unknown> };
    for (const issue of parsed.error.issues) {
      context.issues.push({ ...issue, path: ['params', ...issue.path], input: value.params } as never);
    }
    return z.NEVER;
  });

export const scenarioSchema = z
  .strictObject({
    version: z.literal(SCENARIO_VERSION),
    name: z.string().max(200).default('Untitled'),
    engine: z.enum(ENGINES).default('utility-process'),
    pool: poolSchema.prefault({}),
    call: callSchema.prefault({}),
    workload: workloadSchema,
    input: inputSchema.prefault({ generate: {} }),
    payload: payloadSchema.prefault({}),
    seed: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).default(42),
  })
  .superRefine(checkItems);

/** Checks what needs workload and input together: each item's range, and how many tasks the parameters allow. */
function checkItems(scenario: { workload: ParsedWorkload; input: ScenarioInput }, context: z.RefinementCtx): void {
  const { item, taskLimit } = workload(scenario.workload.name);
  const { items, generate } = scenario.input;
  const limit = taskLimit?.(scenario.workload.params) ?? Number.POSITIVE_INFINITY;
  const max = item.kind === 'index' ? Math.min(item.max, limit - 1) : item.max;
  const schema = itemSchema({ ...item, max });
  for (const [index, value] of (items ?? []).entries()) {
    for (const issue of schema.safeParse(value).error?.issues ?? []) {
      context.issues.push({ ...issue, input: value, path: ['input', 'items', index] } as never);
    }
  }
  if (generate === undefined) return;
  if (generate.count > limit) {
    context.issues.push({
      code: 'too_big',
      origin: 'number',
      maximum: limit,
      inclusive: true,
      input: generate.count,
      path: ['input', 'generate', 'count'],
    } as never);
  }
  if (item.kind === 'size' && generate.mean !== undefined && generate.mean > item.max) {
    context.issues.push({
      code: 'too_big',
      origin: 'number',
      maximum: item.max,
      inclusive: true,
      input: generate.mean,
      path: ['input', 'generate', 'mean'],
    } as never);
  }
}

type ParsedWorkload = z.output<typeof workloadSchema>;
type ScenarioInput = z.output<typeof inputSchema>;

/** A whole scenario, defaults filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
/** A scenario as a person writes it: defaults left out. */
export type ScenarioDraft = z.input<typeof scenarioSchema>;
export type EngineName = (typeof ENGINES)[number];
export type MethodName = (typeof METHODS)[number];
export type LostPolicy = (typeof LOST_POLICIES)[number];
export type PayloadKind = (typeof PAYLOAD_KINDS)[number];
export type Distribution = (typeof DISTRIBUTIONS)[number];
