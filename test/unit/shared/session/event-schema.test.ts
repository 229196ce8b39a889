import { describe, expect, it } from 'vitest';
import { eventSchema } from '../../../../src/shared/session/event-schema';
import { type RunUsage, summarize } from '../../../../src/shared/summary';
import { makeColumns } from '../../../../src/shared/telemetry';

/** As a file holds it. */
const written = (event: unknown): unknown => JSON.parse(JSON.stringify(event));

const ended = (usage: RunUsage | undefined) => ({
  type: 'ended',
  runId: 1,
  at: 2,
  status: 'completed',
  message: null,
  summary: summarize(
    {
      scenario: { name: 'x', engine: 'async' },
      finished: true,
      mainPid: 1,
      pids: [1],
      chunksize: 1,
      tasks: { submitted: 0, completed: 0, failed: 0, lost: 0, retried: 0 },
      wallNanos: 5e6,
      maxQueueDepth: 0,
      errors: [],
      usage,
      dropped: 0,
    },
    makeColumns(0),
    0,
  ),
});

describe('what the workers took of the machine', () => {
  it('is read back as it was written, what nobody knew as not known', () => {
    for (const usage of [
      { of: 'threads', cpuMs: 7.5, memoryBytes: 9e6, loopMs: 3 },
      { of: 'processes', cpuMs: Number.NaN, memoryBytes: 4e8 },
    ] as const) {
      const read = eventSchema.parse(written(ended(usage)));
      expect(read.type === 'ended' && read.summary.usage).toEqual(usage);
    }
  });

  it('is left out of files from before it was told', () => {
    const read = eventSchema.parse(written(ended(undefined)));
    expect(read.type === 'ended' && read.summary).not.toHaveProperty('usage');
  });

  it('comes with the heap of a thread in its record, where it told it', () => {
    const worker = { index: 0, slot: 0, pid: 1, name: 'place 1', spawnedAt: 0, readyAt: 1, exitingAt: 2, exit: null };
    for (const told of [worker, { ...worker, heapBytes: 5_000_000 }])
      expect(eventSchema.parse(written({ type: 'workers', workers: [told] }))).toEqual({
        type: 'workers',
        workers: [told],
      });
  });
});
