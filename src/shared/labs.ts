/**
 * The labs: benches for one question each. A scenario file may say in its field `lab` which one it is for, with all of
 * that lab's controls, so that a lab is saved and opens again as it was.
 */
import { z } from 'zod';
import { faultFields } from './faults';
import { MAX_PAYLOAD_BYTES, MAX_PROCESSES, MAX_TASKS } from './limits';
import type { MethodName } from './scenario';
import { fields, numberBetween, oneOf, wholeNumber } from './schema-words';

export const LAB_NAMES = ['api-race', 'four-worlds', 'break-even', 'chaos'] as const;
export type LabName = (typeof LAB_NAMES)[number];

export const isLabName = (name: string): name is LabName => (LAB_NAMES as readonly string[]).includes(name);

/** In the order in which they run. */
export const RACE_METHODS = [
  'map',
  'imap',
  'imap-unordered',
  'apply-async',
  'apply',
  'starmap',
  'map-async',
  'starmap-async',
] as const satisfies readonly MethodName[];
export const MOST_CHUNKSIZES = 8;
/** How often each contestant of a race may run. */
export const MOST_ROUNDS = 20;

/** In the order in which they run. */
export const WORLDS = ['loop', 'locked-threads', 'threads', 'processes', 'async'] as const;
/** A race shows each of them. */
export const MOST_WORLD_TASKS = 5000;

export const WORLD_WORKS = ['cpu', 'waiting', 'mixture'] as const;

/** Some of these, each once. */
const someOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z
    .array(oneOf(names))
    .min(1)
    .refine((chosen) => new Set(chosen).size === chosen.length, { error: 'expected each of them once' });

/** Items per chunk; `all`: the whole input is one chunk. */
const chunksize = z.union([wholeNumber(1, MAX_TASKS), z.literal('all')], {
  error: `expected a whole number from 1 to ${MAX_TASKS} or "all"`,
});
const rounds = wholeNumber(1, MOST_ROUNDS).default(1);

const apiRaceSchema = fields({
  name: z.literal('api-race'),
  methods: someOf(RACE_METHODS).default(['map', 'imap', 'imap-unordered', 'apply-async']),
  chunksizes: z
    .array(chunksize)
    .min(1)
    .max(MOST_CHUNKSIZES)
    .refine((sizes) => new Set(sizes).size === sizes.length, { error: 'expected each of them once' })
    .default([1, 4, 'all']),
  rounds,
});

const fourWorldsSchema = fields({
  name: z.literal('four-worlds'),
  worlds: someOf(WORLDS).default([...WORLDS]),
  works: someOf(WORLD_WORKS).default([...WORLD_WORKS]),
  tasks: wholeNumber(1, MOST_WORLD_TASKS).default(16),
  /** Threads, or processes. */
  workers: wholeNumber(1, MAX_PROCESSES).default(4),
  /** Tasks that the event loop has in flight at most. */
  inFlight: wholeNumber(1, MAX_PROCESSES).default(16),
  /** Work that computes: numbers to add, each task. */
  numbers: wholeNumber(0, 1e10).default(30_000_000),
  /** Work that waits: how long, each task. */
  waitMs: wholeNumber(0, 60_000).default(100),
  /** The mixture: what each task reads, how often it asks, how long an answer takes, how often it goes over what it read. */
  fileKb: wholeNumber(1, 16_384).default(256),
  echoes: wholeNumber(0, 1000).default(2),
  delayMs: wholeNumber(0, 10_000).default(40),
  passes: wholeNumber(0, 1e6).default(32),
  rounds,
});

const breakEvenSchema = fields({
  name: z.literal('break-even'),
  workers: wholeNumber(1, MAX_PROCESSES).default(2),
  tasks: wholeNumber(1, MAX_TASKS).default(100),
  /** Items per chunk; null: what Python would choose for `map`. */
  chunksize: wholeNumber(1, MAX_TASKS, 'or null').nullable().default(1),
  /** Whether the time until the workers are ready counts. */
  countBoot: z.boolean().default(false),
  /** Where the cross stands: work of a task, and what rides along with its argument. */
  taskMs: numberBetween(0.001, 10_000).default(1),
  bytes: wholeNumber(0, MAX_PAYLOAD_BYTES).default(0),
});

const chaosSchema = fields({ name: z.literal('chaos'), ...faultFields });

export const labSchema = z.discriminatedUnion('name', [apiRaceSchema, fourWorldsSchema, breakEvenSchema, chaosSchema], {
  error: `expected one of ${LAB_NAMES.join(', ')}`,
});

/** A lab's controls. */
export type LabControls = z.output<typeof labSchema>;
export type ControlsOf<Name extends LabName> = Extract<LabControls, { readonly name: Name }>;
/** As a file has them: what has a default may be left out. */
export type LabDraft = z.input<typeof labSchema>;

export const LAB_TITLES: Readonly<Record<LabName, string>> = {
  'api-race': 'API race',
  'four-worlds': 'Four worlds',
  'break-even': 'Break-even map',
  chaos: 'Chaos bench',
};

/** One sentence each: the question that it answers. */
export const LAB_IDEAS: Readonly<Record<LabName, string>> = {
  'api-race': 'The same tasks through several calls of the pool: which gives its results when, and in which order?',
  'four-worlds': 'Work that computes, waits or does both: in a loop, on threads, in processes or with async?',
  'break-even': 'From which size of task, and up to which size of argument, is a pool quicker than a plain loop?',
  chaos: 'The same faults under each policy: what comes of the tasks when workers die?',
};

/** What a lab's results are saved as: its table, or its picture. */
export const RESULT_FORMATS = ['csv', 'json', 'svg'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];
/** More than any lab comes to. */
export const MOST_RESULT_CHARACTERS = 32_000_000;
