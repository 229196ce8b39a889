import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childProcessEngine } from '../../../../src/main/engines/child-process';
import type { ExperimentEnd, ExperimentPicture } from '../../../../src/main/experiments/experiment-run';
import { QueueRun } from '../../../../src/main/experiments/queue/queue-run';
import { queueExperimentSchema } from '../../../../src/shared/experiments';
import { isAlive } from '../../../fixtures/pools';

const ENTRY = resolve(import.meta.dirname, '../../../../out/main/queue-process.js');
const { spawn } = childProcessEngine(ENTRY);

const usual = { name: 'queue', producers: 2, consumers: 2, capacity: 3, items: 40, produceMs: 0, consumeMs: 0 };
const queueOf = (rest: object): QueueRun =>
  new QueueRun(queueExperimentSchema.parse({ ...usual, thinkMs: 0, ending: 'sentinel', ...rest }), spawn);

/** What this process has in the file system of shared memory, where there is one. */
function segments(): string[] {
  if (process.platform !== 'linux') return [];
  const mine = `poolscope-${process.pid.toString(36)}-`;
  return readdirSync('/dev/shm').filter((file) => file.startsWith(mine) || file.startsWith(`sem.${mine}`));
}

async function finished(run: QueueRun): Promise<{ end: ExperimentEnd; picture: ExperimentPicture }> {
  const end = await run.go(() => undefined);
  const picture = run.picture();
  if (picture === null) throw new Error('There is no picture');
  return { end, picture };
}

const depths = ({ counters }: ExperimentPicture): number[] => [...(counters[0]?.series[0]?.value ?? [])];

describe('producers and consumers around a queue', () => {
  it.each(['sentinel', 'join'] as const)('hand over every item once and in order, and end with %s', async (ending) => {
    const { end, picture } = await finished(queueOf({ ending }));
    expect(end).toMatchObject({ status: 'completed', message: null });
    expect(end.figures).toMatchObject({ itemsPut: 40, itemsGot: 40, gotTwice: 0, outOfOrder: 0, stillWaiting: 0 });
    expect(end.figures.greatestDepth).toBeLessThanOrEqual(3);
    expect(Math.max(...depths(picture))).toBe(end.figures.greatestDepth);
    expect(depths(picture).at(-1)).toBe(0);
    // Each item once, and a None for each consumer.
    expect(picture.flows?.fromAt.length).toBe(ending === 'sentinel' ? 42 : 40);
    expect(new Set(end.pids).size).toBe(4);
    expect(end.pids.map(isAlive)).toEqual([false, false, false, false]);
    expect(segments()).toEqual([]);
  });

  it('block in put where there is one place, and the consumer is slow', async () => {
    const { end } = await finished(queueOf({ producers: 1, consumers: 1, capacity: 1, items: 10, consumeMs: 20 }));
    expect(end.figures).toMatchObject({ itemsGot: 10, greatestDepth: 1 });
    expect(end.figures.blockedPuts).toBeGreaterThan(0);
    expect(end.figures.blockedInPutMs).toBeGreaterThan(0);
  });

  it('end by a cap where nobody tells the consumers that it is over', async () => {
    const { end } = await finished(queueOf({ ending: 'none', waitSeconds: 0.5 }));
    expect(end.figures).toMatchObject({ itemsGot: 40, stillWaiting: 2 });
    expect(end.message).toBe(
      '2 consumers still waited in get() after 0.5 s in which nothing moved: they were ended, or it would last for ever.',
    );
    expect(end.pids.map(isAlive)).toEqual([false, false, false, false]);
    expect(segments()).toEqual([]);
  });
});

describe('a process that ends before its time', () => {
  /** Kills a process once it has a PID and the experiment has begun. */
  async function killed(run: QueueRun, name: string): Promise<ExperimentEnd> {
    return run.go(() => {
      const lane = run.picture()?.lanes.find((one) => one.name === name);
      process.kill(Number(lane?.pid), 'SIGKILL');
    });
  }

  it('is named, and the others go on', async () => {
    const run = queueOf({ producers: 1, consumers: 3, items: 60, produceMs: 2, waitSeconds: 1 });
    const end = await killed(run, 'consumer 1');
    expect(end.status).toBe('completed');
    expect(end.message).toBe(`consumer 1 (PID ${end.pids[1]}) ended before its time; the others went on.`);
    // What it had just taken is lost with it.
    expect(end.figures.itemsGot).toBeGreaterThanOrEqual(59);
    expect(segments()).toEqual([]);
  });

  it('lets nobody wait for ever who depends on it', async () => {
    const run = queueOf({ producers: 1, consumers: 1, items: 60, produceMs: 2, waitSeconds: 0.5 });
    const end = await killed(run, 'consumer 1');
    expect(end.figures.stillWaiting).toBe(1);
    expect(end.message).toBe(
      '1 producer still waited in put() after 0.5 s in which nothing moved: it was ended, or it would last for ever.',
    );
    expect(segments()).toEqual([]);
  });
});

it('however many there are, each item comes out once, in order, and never more are in the queue than it holds', async () => {
  const some = fc.record({
    producers: fc.integer({ min: 1, max: 3 }),
    consumers: fc.integer({ min: 1, max: 3 }),
    capacity: fc.integer({ min: 1, max: 4 }),
    items: fc.integer({ min: 1, max: 300 }),
    ending: fc.constantFrom('sentinel', 'join'),
  });
  const run = fc.asyncProperty(some, async (set) => {
    const { end } = await finished(queueOf(set));
    const { items } = set;
    expect(end.figures).toMatchObject({ itemsPut: items, itemsGot: items, gotTwice: 0, outOfOrder: 0 });
    expect(end.figures.greatestDepth).toBeLessThanOrEqual(set.capacity);
  });
  await fc.assert(run, { numRuns: 5 });
}, 60_000);

it('slow consumers are not taken for blocked ones', async () => {
  const { end } = await finished(
    queueOf({ producers: 1, consumers: 1, items: 2, produceMs: 10, consumeMs: 900, waitSeconds: 0.5 }),
  );
  expect(end).toMatchObject({ status: 'completed', message: null, figures: { itemsGot: 2, stillWaiting: 0 } });
});

it('a process that cannot begin is told with its last words', async () => {
  const nothing = childProcessEngine(resolve(import.meta.dirname, 'no-such-entry.js'));
  const experiment = queueExperimentSchema.parse({ ...usual, ending: 'sentinel' });
  const end = await new QueueRun(experiment, nothing.spawn).go(() => undefined);
  expect(end.status).toBe('broken');
  expect(end.message).toMatch(/^(producer|consumer) [12] ended before it was ready \(1\)\./);
  expect(end.calledAt).toBeNull();
  expect(segments()).toEqual([]);
});

describe('an experiment that is broken off', () => {
  it('lets its processes finish what they are at when it is stopped', async () => {
    const run = queueOf({ items: 2000, produceMs: 5, consumeMs: 5 });
    const end = await run.go(() => run.stop());
    expect(end).toMatchObject({ status: 'stopped', message: 'Stopped; each process finished what it was at.' });
    expect(end.figures.itemsPut).toBeLessThan(2000);
    expect(segments()).toEqual([]);
  });

  it('leaves no process when it is killed', async () => {
    const run = queueOf({ items: 2000, produceMs: 5, consumeMs: 5 });
    const end = await run.go(() => void run.kill());
    expect(end.status).toBe('killed');
    expect(end.pids.map(isAlive)).toEqual([false, false, false, false]);
    expect(segments()).toEqual([]);
  });

  it.each(['stop', 'kill'] as const)('ends, too, with %s before it has a process', async (how) => {
    const run = queueOf({});
    const end = run.go(() => undefined);
    void run[how]();
    expect(await end).toMatchObject({ status: how === 'stop' ? 'stopped' : 'killed', calledAt: null, pids: [] });
    expect(segments()).toEqual([]);
  });
});
