/** Checks what a worker says before anybody acts on it: a worker runs code that is not ours. */
import { z } from 'zod';
import type { BulkPlace, FromWorker, RemoteErrorData } from '../../shared/worker-protocol';

const number = z.number();
const uint32s = z.custom<Uint32Array>((value) => value instanceof Uint32Array);
const uint16s = z.custom<Uint16Array>((value) => value instanceof Uint16Array);
const float64s = z.custom<Float64Array>((value) => value instanceof Float64Array);
const uint8s = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

const remoteError: z.ZodType<RemoteErrorData> = z.object({ name: z.string(), message: z.string(), stack: z.string() });

const count = z.int().min(0);
const place: z.ZodType<BulkPlace> = z.object({ offset: count, bytes: count });
const pickles = z.union([z.null(), uint8s, place]);

const message: z.ZodType<FromWorker> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), pid: number }),
  z.object({ type: z.literal('unfit'), error: remoteError }),
  z.object({ type: z.literal('defined'), functionId: number, error: remoteError.nullable() }),
  z.object({ type: z.literal('done'), heapBytes: count }),
  z.object({ type: z.literal('progress'), chunk: number, received: number, times: float64s }),
  z.object({
    type: z.literal('results'),
    packed: float64s,
    results: pickles,
    received: number,
    sent: number,
    argsRead: count,
  }),
  z.object({
    type: z.literal('looped'),
    first: number,
    times: float64s,
    status: uint8s,
    values: z.array(z.unknown()),
    done: z.boolean(),
  }),
  z.object({
    type: z.literal('gathered'),
    begun: z.object({ tasks: uint32s, places: uint16s, at: float64s }),
    ended: z.object({ tasks: uint32s, at: float64s, status: uint8s, values: z.array(z.unknown()) }),
    workedNs: number.nullable(),
    done: z.boolean(),
  }),
]);

/** The message, or null for anything that is not one of the protocol's. */
export function checkMessage(raw: unknown): FromWorker | null {
  const parsed = message.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

/** @throws ZodError for anything that is not an error's data */
export function checkRemoteError(raw: unknown): RemoteErrorData {
  return remoteError.parse(raw);
}
