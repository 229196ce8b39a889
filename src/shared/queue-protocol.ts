/** Messages between main and the processes of the queue experiment. */
import { z } from 'zod';

export const QUEUE_ROLES = ['producer', 'consumer'] as const;
export type QueueRole = (typeof QUEUE_ROLES)[number];

/** What a process of the experiment is told to be. */
export interface QueuePart {
  readonly role: QueueRole;
  /** Among those of its role, from 0. */
  readonly index: number;
  /** Of a producer: what it puts, in this order. */
  readonly items: readonly number[];
  /** How long it takes for an item, on average, in ms. */
  readonly workMs: number;
  /** Of a consumer: how long it thinks about what `empty()` has said before it gets, in ms. */
  readonly thinkMs: number;
  readonly seed: number;
  /** Whether it says of each item that it is done with it. */
  readonly tellsDone: boolean;
}

export type ToQueueProcess =
  | {
      readonly type: 'init';
      /** hrtime in ns, as decimal text. */
      readonly clockBase: string;
      /** See boundary/shared-queue. */
      readonly queue: {
        readonly memory: string;
        readonly free: string;
        readonly filled: string;
        readonly lock: string;
        readonly done: string;
        readonly capacity: number;
        readonly slotBytes: number;
      };
      readonly part: QueuePart;
    }
  | { readonly type: 'go' }
  /** No further item; what it is at is finished. */
  | { readonly type: 'stop' }
  | { readonly type: 'exit' };

/**
 * What a process is at from now on. `work`: it produces or consumes an item. `ask`: it asks `empty()`, and thinks about the
 * answer. `call`: it is in put or in get. `wait`: it is blocked there. `moved`: the item went into the queue, or came out;
 * `depth` items were in it then. `end`: it is over with everything.
 */
export const QUEUE_MOMENTS = ['work', 'ask', 'call', 'wait', 'moved', 'end'] as const;
export type QueueMoment = (typeof QUEUE_MOMENTS)[number];

const column = z.array(z.number());

const momentsSchema = z.object({
  type: z.literal('moments'),
  /** Indexes of QUEUE_MOMENTS, in order of time. */
  kind: z.array(
    z
      .int()
      .min(0)
      .max(QUEUE_MOMENTS.length - 1),
  ),
  at: column,
  /** The item; -1: none, or the None that ends a consumer. */
  item: column,
  /** Number of the item in the queue's life; -1: not moved. */
  position: column,
  depth: column,
  /** Answers of `empty()` since the last message, and those that were not true any more at the get that followed. */
  asked: z.int().min(0),
  wrong: z.int().min(0),
});
export type QueueMoments = z.output<typeof momentsSchema>;

export const fromQueueProcessSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), pid: z.int().min(1) }),
  momentsSchema,
  /** It has done what it was there for. */
  z.object({ type: z.literal('done') }),
  z.object({ type: z.literal('trouble'), message: z.string() }),
]);
export type FromQueueProcess = z.output<typeof fromQueueProcessSchema>;
