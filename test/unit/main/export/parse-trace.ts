/** Reads trace text strictly, as the format's document says; and its slices by thread, in whole ns. */
import { z } from 'zod';
import type { TraceEvent } from '../../../../src/main/export/chrome-trace/trace-event';

const place = { pid: z.int().positive(), tid: z.int().positive(), name: z.string().min(1) };
const ts = z.number().nonnegative();
const id = z.string().regex(/^0x[0-9a-f]+$/);
const args = z.record(z.string(), z.union([z.number(), z.string()]));

const eventSchema = z.discriminatedUnion('ph', [
  z.strictObject({ ph: z.literal('M'), ...place, args }),
  z.strictObject({
    ph: z.literal('X'),
    ...place,
    cat: z.string(),
    ts,
    dur: z.number().positive(),
    args: args.optional(),
  }),
  z.strictObject({ ph: z.literal('b'), ...place, cat: z.string(), id, ts, args: args.optional() }),
  z.strictObject({ ph: z.literal('e'), ...place, cat: z.string(), id, ts }),
  z.strictObject({ ph: z.literal('s'), ...place, cat: z.string(), id, ts }),
  z.strictObject({ ph: z.literal('f'), ...place, cat: z.string(), id, ts, bp: z.literal('e') }),
  z.strictObject({ ph: z.literal('C'), ...place, ts, args: z.record(z.string(), z.number()) }),
  z.strictObject({ ph: z.literal('i'), ...place, cat: z.string(), ts, s: z.enum(['t', 'p']), args: args.optional() }),
]);

const traceSchema = z.strictObject({
  displayTimeUnit: z.literal('ms'),
  otherData: z.strictObject({ scenario: z.string(), poolscope: z.string().optional() }),
  traceEvents: z.array(eventSchema),
});

export const parseTrace = (text: string) => traceSchema.parse(JSON.parse(text));

export interface Slice {
  readonly name: string;
  readonly beginNs: number;
  readonly endNs: number;
}

/** In order of begin; of those that begin together the longest comes first, as it stands in the file. */
export function slicesByThread(events: readonly TraceEvent[]): Map<string, Slice[]> {
  const threads = new Map<string, Slice[]>();
  for (const event of events) {
    if (event.ph !== 'X') continue;
    const key = `${event.pid} ${event.tid}`;
    const beginNs = Math.round(event.ts * 1e3);
    const slice = { name: event.name, beginNs, endNs: beginNs + Math.round(event.dur * 1e3) };
    threads.set(key, [...(threads.get(key) ?? []), slice]);
  }
  for (const slices of threads.values()) slices.sort((a, b) => a.beginNs - b.beginNs);
  return threads;
}
