/** The rare records of a session file, as they are read back: each is JSON, and is parsed before anything believes it. */
import { z } from 'zod';
import { MAX_PROCESSES } from '../limits';
import { PHASES } from '../phases';
import { RUN_STATUSES } from '../run-events';
import { ENGINES } from '../scenario';
import type { Summary } from '../summary';

const ns = z.number();
const count = z.int().nonnegative();
const runId = count;
/** Tables are as long as the largest of them. */
const MOST_SLOTS = 65_536;

const worker = z.object({
  index: count,
  slot: count.max(MOST_SLOTS),
  pid: count.nullable(),
  name: z.string(),
  spawnedAt: ns,
  readyAt: ns.nullable(),
  exitingAt: ns.nullable(),
  exit: z
    .object({
      at: ns,
      kind: z.enum(['exited', 'crashed']),
      code: z.int().nullable(),
      signal: z.string().nullable(),
    })
    .nullable(),
  heapBytes: count.optional(),
});

/** JSON has no NaN: a figure that there is none of is null there. */
const figure = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);
const phase = z.object({ mean: figure, p50: figure, p95: figure, max: figure });

const summary = z.object({
  scenario: z.string(),
  engine: z.enum(ENGINES).nullable(),
  ok: z.boolean(),
  mainPid: count,
  pids: z.array(count),
  chunksize: count,
  tasks: z.object({ submitted: count, completed: count, failed: count, lost: count, retried: count }),
  wallMs: figure,
  throughputPerSec: figure,
  speedup: z.object({ serialMs: figure, factor: figure, kind: z.literal('derived') }),
  queue: z.object({ maxDepth: count }),
  pickling: z.object({ argsBytes: count, resultBytes: count, dumpsMs: figure, loadsMs: figure, shareOfBusy: figure }),
  phasesMs: z.object(Object.fromEntries(PHASES.map((name) => [name, phase]))) as unknown as z.ZodType<
    Summary['phasesMs']
  >,
  errors: z.array(z.object({ task: count, name: z.string(), message: z.string(), stack: z.string() })),
  counter: z.object({ expected: count, found: z.int(), numbers: count.optional(), short: count.optional() }).optional(),
  usage: z
    .object({ of: z.enum(['processes', 'threads']), cpuMs: figure, memoryBytes: figure, loopMs: figure.optional() })
    .optional(),
  telemetry: z.object({ records: count, dropped: count }),
});

export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('workers'), workers: z.array(worker) }),
  z.object({ type: z.literal('observer'), at: ns, dropped: count, observerNs: z.number() }),
  z.object({ type: z.literal('called'), runId, at: ns }),
  z.object({ type: z.literal('resized'), runId, at: ns, processes: count.max(MAX_PROCESSES) }),
  z.object({
    type: z.literal('output'),
    runId,
    entries: z.array(
      z.object({ worker: count, stream: z.enum(['stdout', 'stderr']), text: z.string(), leftOut: count }),
    ),
  }),
  z.object({
    type: z.literal('ended'),
    runId,
    at: ns,
    status: z.enum(RUN_STATUSES),
    message: z.string().nullable(),
    summary,
  }),
]);

/**
 * Whether workers may be numbered so: each may be told of a little before those that were started before it, but not
 * by more than a pool has.
 * @param known workers so far
 */
export function areInOrder(workers: readonly { readonly index: number }[], known: number): boolean {
  return workers.every(({ index }) => index <= known + workers.length + MAX_PROCESSES);
}
