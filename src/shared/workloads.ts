/**
 * The catalogue of workloads: names, words for people, and the schema of each one's parameters and items.
 * The functions themselves live in src/workers/workloads, one file each; the two are tied together by type.
 */
import { z } from 'zod';
import { exportName, fields, numberBetween, oneOf, positiveNumber, shortText, wholeNumber } from './schema-words';
import { ARRAY_PARTS } from './shared-array';

/** Whether the lock of a shared counter is held while it is read and written. */
export const COUNTER_LOCKS = ['each-addition', 'none'] as const;

/**
 * What an item means to a workload. `size`: how much work. `index`: which part; generated items count 0, 1, 2, ...
 * `value`: any JSON value, for a function that nobody here knows; generated ones count, too.
 */
type ItemKind = 'size' | 'index' | 'value';

interface WorkloadEntry<Params extends z.ZodObject> {
  readonly title: string;
  /** One sentence: what a task computes. */
  readonly summary: string;
  readonly item: ItemSpec;
  /** Every parameter has a default and a `describe` text. */
  readonly params: Params;
  /** How many tasks the parameters allow, where they do; item `index` must stay below it. */
  readonly taskLimit?: (params: z.output<Params>) => number;
  /** Limits of the pool that go well with it: a form sets them where none are given. */
  readonly limits?: WorkloadLimits;
}

export interface WorkloadLimits {
  readonly taskTimeoutMs?: number;
  readonly memoryLimitMb?: number;
}

/** What an item is: its meaning, the numbers allowed, and a size that takes some milliseconds. */
export interface ItemSpec {
  readonly kind: ItemKind;
  /** What the number counts, with its unit, for a form. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  /** Mean of generated items where a scenario gives none. */
  readonly typical: number;
}

const entry = <Params extends z.ZodObject>(value: WorkloadEntry<Params>): WorkloadEntry<Params> => value;

const sizeItem = (label: string, min: number, max: number, typical: number): ItemSpec => ({
  kind: 'size',
  label,
  min,
  max,
  integer: true,
  typical,
});

const indexItem = (label: string): ItemSpec => ({
  kind: 'index',
  label,
  min: 0,
  max: Number.MAX_SAFE_INTEGER,
  integer: true,
  typical: 0,
});

/** The items that a faulty workload is faulty for. */
const everyNth = (what: string) => wholeNumber(1, 1_000_000_000).default(5).describe(what);

const anyItem = (label: string): ItemSpec => ({ ...indexItem(label), kind: 'value' });

const MAX_SIZE = 1e12;

export const workloads = {
  'sum-of-squares': entry({
    title: 'Sum of squares',
    summary: 'Adds i*i for i from 0 to n-1, exactly.',
    item: sizeItem('n, numbers to add', 0, MAX_SIZE, 5_000_000),
    params: fields({}),
  }),
  'count-primes': entry({
    title: 'Count primes',
    summary: 'Counts the primes below n by trial division.',
    item: sizeItem('n, upper bound', 0, MAX_SIZE, 300_000),
    params: fields({}),
  }),
  mandelbrot: entry({
    title: 'Mandelbrot',
    summary: 'Computes one tile of a picture of the Mandelbrot set.',
    item: indexItem('tile number'),
    params: fields({
      columns: wholeNumber(1, 1024).default(8).describe('Tiles across the picture'),
      rows: wholeNumber(1, 1024).default(6).describe('Tiles down the picture'),
      tilePx: wholeNumber(1, 1024).default(96).describe('Width and height of a tile in pixels'),
      maxIterations: wholeNumber(1, 1_000_000).default(2000).describe('Iterations before a point counts as inside'),
      centerX: numberBetween(-4, 4).default(-0.6).describe('Centre of the picture, real part'),
      centerY: numberBetween(-4, 4).default(0).describe('Centre of the picture, imaginary part'),
      width: positiveNumber(16).default(3.2).describe('Width of the picture in the complex plane'),
    }),
    taskLimit: ({ columns, rows }) => columns * rows,
  }),
  'matrix-multiply': entry({
    title: 'Matrix multiply',
    summary: 'Multiplies two seeded n x n matrices and returns the trace of the product.',
    item: sizeItem('n, rows and columns', 0, 8192, 200),
    params: fields({}),
  }),
  'hash-chain': entry({
    title: 'Hash chain',
    summary: 'Applies SHA-256 to its own digest n times and returns it in hexadecimal.',
    item: sizeItem('n, hashes in a row', 0, MAX_SIZE, 20_000),
    params: fields({
      text: shortText(4096).default('poolscope').describe('Text that the chain starts from'),
    }),
  }),
  'monte-carlo-pi': entry({
    title: 'Monte Carlo pi',
    summary: 'Estimates pi from n seeded random points in the unit square.',
    item: sizeItem('n, points', 1, MAX_SIZE, 1_000_000),
    params: fields({}),
  }),
  sleep: entry({
    title: 'Sleep',
    summary: 'Waits n milliseconds without using the processor. Stands for input and output.',
    item: { ...sizeItem('n, milliseconds', 0, 86_400_000, 50), integer: false },
    params: fields({}),
  }),
  'read-and-echo': entry({
    title: 'Read and echo',
    summary: 'Reads a file, asks a local echo server over TCP a few times, then computes a checksum.',
    item: sizeItem('n, passes over what was read', 0, 1e6, 8),
    params: fields({
      fileKb: wholeNumber(1, 16_384).default(64).describe('Size of the file that each task reads, in KB'),
      echoes: wholeNumber(0, 1000).default(3).describe('Round trips with the echo server, one after the other'),
      delayMs: wholeNumber(0, 10_000).default(20).describe('How long the server takes to answer, in ms'),
    }),
  }),
  'shared-counter': entry({
    title: 'Shared counter',
    summary: 'Adds 1 to a counter in shared memory n times, and returns what it holds then.',
    item: sizeItem('n, additions', 0, 1e9, 20_000),
    params: fields({
      lock: oneOf(COUNTER_LOCKS)
        .default('each-addition')
        .describe('Lock held for each-addition, or none: then updates are lost'),
    }),
  }),
  'shared-array': entry({
    title: 'Shared array',
    summary: 'Adds 1 to 8 numbers of an array in shared memory in turn, n times in all.',
    item: sizeItem('n, additions', 0, 1e9, 20_000),
    params: fields({
      parts: oneOf(ARRAY_PARTS)
        .default('own')
        .describe('Numbers of its own for each task, or overlapping: half of them are also its neighbour’s'),
      lock: oneOf(COUNTER_LOCKS)
        .default('none')
        .describe('Lock held for each-addition, or none: then updates are lost where parts overlap'),
    }),
  }),
  raise: entry({
    title: 'Raise an error',
    summary: 'Returns its item, but raises an error for every n-th one.',
    item: indexItem('item'),
    params: fields({
      every: everyNth('Raise for items that leave remainder every-1'),
      message: shortText(1024).default('raised on purpose').describe('Message of the error'),
    }),
  }),
  'unpicklable-result': entry({
    title: 'Unpicklable result',
    summary: 'Returns a function, which cannot be pickled, for every n-th item.',
    item: indexItem('item'),
    params: fields({
      every: everyNth('Return a function for items that leave remainder every-1'),
    }),
  }),
  crash: entry({
    title: 'Crash',
    summary: 'Returns its item, but aborts its worker, as a segmentation fault would, for every n-th one.',
    item: indexItem('item'),
    params: fields({
      every: everyNth('Abort for items that leave remainder every-1'),
    }),
  }),
  exit: entry({
    title: 'Exit',
    summary: 'Returns its item, but ends its worker as sys.exit would for every n-th one.',
    item: indexItem('item'),
    params: fields({
      every: everyNth('Exit for items that leave remainder every-1'),
      code: wholeNumber(0, 255).default(3).describe('Exit code'),
    }),
  }),
  hang: entry({
    title: 'Hang',
    summary: 'Returns its item, but never returns for every n-th one. Give the pool a task timeout.',
    item: indexItem('item'),
    params: fields({
      every: everyNth('Hang for items that leave remainder every-1'),
    }),
    limits: { taskTimeoutMs: 1000 },
  }),
  'leak-memory': entry({
    title: 'Leak memory',
    summary: "Returns its item, but takes memory until the worker's limit ends it for every n-th one.",
    item: indexItem('item'),
    params: fields({
      every: everyNth('Leak for items that leave remainder every-1'),
      stepMb: wholeNumber(1, 256).default(8).describe('Memory taken in one step, in MB'),
    }),
    limits: { memoryLimitMb: 64 },
  }),
  module: entry({
    title: 'Your own function',
    summary: 'Calls a function of a JavaScript file of yours, in the worker processes.',
    item: anyItem('argument'),
    params: fields({
      file: shortText(4096).default('').describe('Where the function is: a .js, .mjs or .cjs file'),
      export: exportName().default('default').describe('Which function it exports'),
      initializer: exportName('or null')
        .nullable()
        .default(null)
        .describe('An export that each worker calls once, before anything else'),
      initargs: z.array(z.json()).max(100).default([]).describe('Its arguments, as a JSON array'),
    }),
  }),
} as const;

export type WorkloadName = keyof typeof workloads;
/** Parameters of a workload after validation, defaults filled in. */
export type WorkloadParams<Name extends WorkloadName> = z.output<(typeof workloads)[Name]['params']>;

/** Workloads whose functions are Poolscope's own. */
export type BuiltInName = Exclude<WorkloadName, 'module'>;

/** Workloads whose tasks wait nearly all the time: they take next to no core. */
export const mostlyWaits = (name: WorkloadName): boolean => name === 'sleep' || name === 'read-and-echo';

export const workloadNames = Object.keys(workloads) as [WorkloadName, ...WorkloadName[]];
export const builtInNames = workloadNames.filter((name): name is BuiltInName => name !== 'module');

/** The catalogue's entry with its parameter type widened, for code that treats all workloads alike. */
export interface AnyWorkload {
  readonly title: string;
  readonly summary: string;
  readonly item: ItemSpec;
  readonly params: z.ZodObject;
  readonly taskLimit?: (params: Record<string, unknown>) => number;
  readonly limits?: WorkloadLimits;
}

export const workload = (name: WorkloadName): AnyWorkload => workloads[name] as unknown as AnyWorkload;

/** Schema of one item, as a given one must be. */
export function itemSchema({ kind, min, max, integer }: ItemSpec): z.ZodType {
  if (kind === 'value') return z.json({ error: 'expected a JSON value' });
  return integer ? wholeNumber(min, max) : numberBetween(min, max);
}
