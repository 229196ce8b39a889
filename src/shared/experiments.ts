/**
 * Experiments: real processes that are no pool, started from lessons. What one is made with; each shows itself as lanes of
 * slices, and sums up in figures by name.
 */
import { z } from 'zod';
import { spawnTreeSchema } from './spawn-tree';

/** How consumers learn that nothing more will come: a None for each, `JoinableQueue.join()`, or not at all. */
export const QUEUE_ENDINGS = ['sentinel', 'join', 'none'] as const;
export type QueueEnding = (typeof QUEUE_ENDINGS)[number];

/** Producers and consumers around one bounded queue. */
export const queueExperimentSchema = z.object({
  name: z.literal('queue'),
  producers: z.int().min(1).max(8),
  consumers: z.int().min(1).max(8),
  /** Items that the queue holds at most; a producer waits for a free place. */
  capacity: z.int().min(1).max(1000),
  /** Of all producers together. */
  items: z.int().min(1).max(2000),
  /** How long each takes for an item, on average, in ms. */
  produceMs: z.number().min(0).max(1000),
  consumeMs: z.number().min(0).max(1000),
  /** Between what `empty()` has said and the get that follows, in ms. */
  thinkMs: z.number().min(0).max(100).default(1),
  ending: z.enum(QUEUE_ENDINGS),
  /** Consumers that still wait for the queue after that time with nothing to come are ended. */
  waitSeconds: z.number().min(0.5).max(60).default(3),
  seed: z.int().min(0).default(42),
});
export type QueueExperiment = z.output<typeof queueExperimentSchema>;

export const experimentSchema = z.discriminatedUnion('name', [queueExperimentSchema, spawnTreeSchema]);
/** With every default filled in. */
export type Experiment = z.output<typeof experimentSchema>;
/** As a lesson writes it. */
export type ExperimentDraft = z.input<typeof experimentSchema>;
export type ExperimentName = Experiment['name'];

/** What came out of one, by name; which names there are is said where the experiment is. */
export type ExperimentFigures = Readonly<Record<string, number>>;
