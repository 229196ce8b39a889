/**
 * The catalogue of workloads: names, words for people, and the schema of each one's parameters and items.
 * The functions themselves live in src/workers/workloads, one file each; the two are tied together by type.
 */
import { z } from 'zod';

const int = (min: number, max: number) => z.int().min(min).max(max);

/** What an item means to a workload. `size`: how much work. `index`: which part; generated items count 0, 1, 2, ... */
type ItemKind = 'size' | 'index';

interface WorkloadEntry<Params extends z.ZodObject> {
  readonly title: string;
  /** One sentence: what a task computes. */
  readonly summary: string;
  readonly item: ItemSpec;
  /** Every parameter has a default and a `describe` text. */
  readonly params: Params;
  /** How many tasks the parameters allow, where they do; item `index` must stay below it. */
  readonly taskLimit?: (params: z.output<Params>) => number;
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

const MAX_SIZE = 1e12;

export const workloads = {
  'sum-of-squares': entry({
    title: 'Sum of squares',
    summary: 'Adds i*i for i from 0 to n-1, exactly.',
    item: sizeItem('n, numbers to add', 0, MAX_SIZE, 5_000_000),
    params: z.strictObject({}),
  }),
  'count-primes': entry({
    title: 'Count primes',
    summary: 'Counts the primes below n by trial division.',
    item: sizeItem('n, upper bound', 0, MAX_SIZE, 100_000),
    params: z.strictObject({}),
  }),
  mandelbrot: entry({
    title: 'Mandelbrot',
    summary: 'Computes one tile of a picture of the Mandelbrot set.',
    item: indexItem('tile number'),
    params: z.strictObject({
      columns: int(1, 1024).default(8).describe('Tiles across the picture'),
      rows: int(1, 1024).default(6).describe('Tiles down the picture'),
      tilePx: int(1, 1024).default(64).describe('Width and height of a tile in pixels'),
      maxIterations: int(1, 1_000_000).default(500).describe('Iterations before a point counts as inside'),
      centerX: z.number().min(-4).max(4).default(-0.6).describe('Centre of the picture, real part'),
      centerY: z.number().min(-4).max(4).default(0).describe('Centre of the picture, imaginary part'),
      width: z.number().positive().max(16).default(3.2).describe('Width of the picture in the complex plane'),
    }),
    taskLimit: ({ columns, rows }) => columns * rows,
  }),
  'matrix-multiply': entry({
    title: 'Matrix multiply',
    summary: 'Multiplies two seeded n x n matrices and returns the trace of the product.',
    item: sizeItem('n, rows and columns', 0, 8192, 150),
    params: z.strictObject({}),
  }),
  'hash-chain': entry({
    title: 'Hash chain',
    summary: 'Applies SHA-256 to its own digest n times and returns it in hexadecimal.',
    item: sizeItem('n, hashes in a row', 0, MAX_SIZE, 10_000),
    params: z.strictObject({
      text: z.string().max(4096).default('poolscope').describe('Text that the chain starts from'),
    }),
  }),
  'monte-carlo-pi': entry({
    title: 'Monte Carlo pi',
    summary: 'Estimates pi from n seeded random points in the unit square.',
    item: sizeItem('n, points', 1, MAX_SIZE, 1_000_000),
    params: z.strictObject({}),
  }),
  sleep: entry({
    title: 'Sleep',
    summary: 'Waits n milliseconds without using the processor. Stands for input and output.',
    item: { ...sizeItem('n, milliseconds', 0, 86_400_000, 50), integer: false },
    params: z.strictObject({}),
  }),
  raise: entry({
    title: 'Raise an error',
    summary: 'Returns its item, but raises an error for every n-th one.',
    item: indexItem('item'),
    params: z.strictObject({
      every: int(1, 1_000_000_000).default(5).describe('Raise for items that leave remainder every-1'),
      message: z.string().max(1024).default('raised on purpose').describe('Message of the error'),
    }),
  }),
  'unpicklable-result': entry({
    title: 'Unpicklable result',
    summary: 'Returns a function, which cannot be pickled, for every n-th item.',
    item: indexItem('item'),
    params: z.strictObject({
      every: int(1, 1_000_000_000).default(5).describe('Return a function for items that leave remainder every-1'),
    }),
  }),
} as const;

export type WorkloadName = keyof typeof workloads;
/** Parameters of a workload after validation, defaults filled in. */
export type WorkloadParams<Name extends WorkloadName> = z.output<(typeof workloads)[Name]['params']>;

export const workloadNames = Object.keys(workloads) as [WorkloadName, ...WorkloadName[]];

/** The catalogue's entry with its parameter type widened, for code that treats all workloads alike. */
export interface AnyWorkload {
  readonly title: string;
  readonly summary: string;
  readonly item: ItemSpec;
  readonly params: z.ZodObject;
  readonly taskLimit?: (params: Record<string, unknown>) => number;
}

export const workload = (name: WorkloadName): AnyWorkload => workloads[name] as unknown as AnyWorkload;

/** Schema of one item, as a given one must be. */
export function itemSchema({ min, max, integer }: ItemSpec): z.ZodType<number> {
  return (integer ? z.int() : z.number()).min(min).max(max);
}
