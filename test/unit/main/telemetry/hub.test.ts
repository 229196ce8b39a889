import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TelemetryHub } from '../../../../src/main/telemetry/hub';
import { mergeRanges } from '../../../../src/main/telemetry/merge-ranges';
import { INTERVALS } from '../../../../src/shared/phases';
import { TaskTable } from '../../../../src/shared/task-table';
import { COLUMN_NAMES, MOMENTS, outcomeCode } from '../../../../src/shared/telemetry';
import { calls, makePool, type TestPool } from '../../../fixtures/pools';

describe('ranges of changed rows', () => {
  it('cover every changed row, in order, without touching each other', () => {
    const range = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 40 })).map(([first, count]) => ({
      first,
      end: first + count,
    }));
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const merged = mergeRanges(ranges);
        for (const { first, end } of ranges) {
          expect(merged.some((found) => found.first <= first && end <= found.end)).toBe(true);
        }
        for (const [index, { first, end }] of merged.entries()) {
          expect(first).toBeLessThan(end);
          const next = merged[index + 1];
          if (next !== undefined) expect(next.first).toBeGreaterThan(end);
        }
      }),
    );
  });
});

describe('the telemetry hub', () => {
  it('records every moment of every task, in order, on one clock', async () => {
    const hub = new TelemetryHub();
    const pool = makePool({ processes: 2 }, hub);
    await pool.map(
      calls('sum-of-squares'),
      Array.from({ length: 40 }, (_, n) => n * 1000),
      3,
    );
    pool.close();
    await pool.join();
    expect(hub.table.length).toBe(40);
    const { columns } = hub.table;
    expect([...columns.task.subarray(0, 40)].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    for (let row = 0; row < 40; row++) {
      expect(columns.outcome[row]).toBe(outcomeCode.completed);
      expect(columns.argsBytes[row]).toBeGreaterThan(0);
      expect(columns.resultBytes[row]).toBeGreaterThan(0);
      const moments = MOMENTS.map((name) => columns[name][row] ?? Number.NaN);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      for (const { from, to } of INTERVALS) expect(columns[to][row]).toBeGreaterThanOrEqual(columns[from][row] ?? 0);
    }
  });

  it('sends batches from which a second table can be built that equals its own', async () => {
    const hub = new TelemetryHub();
    const copy = new TaskTable();
    const delivered: number[] = [];
    const depths: number[] = [];
    const drain = (): void => {
      const batch = hub.takeBatch(1, 0);
      if (batch === null) return;
      for (const change of batch.rows) copy.apply(change);
      for (const [index, row] of batch.deliveries.rows.entries()) {
        copy.columns.delivered[row] = batch.deliveries.at[index] ?? 0;
        delivered.push(copy.columns.task[row] ?? -1);
      }
      depths.push(...batch.queue.depth);
    };
    const pool = makePool({ processes: 2 }, hub);
    const items = Array.from({ length: 200 }, (_, n) => n);
    for await (const _ of pool.imap(calls('sum-of-squares'), items, { chunksize: 3 })) drain();
    pool.close();
    await pool.join();
    drain();
    expect(hub.takeBatch(1, 0)).toBeNull();
    expect(delivered).toEqual(items);
    expect(depths[0]).toBe(200);
    expect(depths.at(-1)).toBe(0);
    for (const name of COLUMN_NAMES) {
      expect(copy.columns[name].slice(0, 200)).toEqual(hub.table.columns[name].slice(0, 200));
    }
  });

  it('keeps the row of a run that died with its worker, and adds one for its retry', async () => {
    const hub = new TelemetryHub();
    let kills = 0;
    const pool: TestPool = makePool(
      { processes: 1 },
      {
        ...observing(hub),
        chunkProgress: (...news) => {
          hub.chunkProgress(...news);
          if (kills++ === 0) pool.killWorker(0);
        },
      },
    );
    await pool.map(calls('sleep'), [20, 1], 1);
    pool.close();
    await pool.join();
    const rows = Array.from({ length: hub.table.length }, (_, row) => ({
      task: hub.table.columns.task[row],
      attempt: hub.table.columns.attempt[row],
      outcome: hub.table.columns.outcome[row],
    }));
    expect(rows).toContainEqual({ task: 0, attempt: 1, outcome: outcomeCode.lost });
    expect(rows).toContainEqual({ task: 0, attempt: 2, outcome: outcomeCode.completed });
    expect(rows).toContainEqual({ task: 1, attempt: 1, outcome: outcomeCode.completed });
  });

  it('knows when a task began that nobody had announced before its worker died', async () => {
    const hub = new TelemetryHub();
    const pool = makePool({ processes: 1, onWorkerLost: 'fail' }, hub);
    // The first task is announced; the others come too soon after it.
    await pool.map(calls('crash', { every: 3 }), [0, 1, 2], 1).catch(() => undefined);
    pool.close();
    await pool.join();
    const { outcome, runBegin, runEnd, argsSent } = hub.table.columns;
    expect(outcome[2]).toBe(outcomeCode.lost);
    expect(runBegin[2]).toBeGreaterThan(argsSent[2] ?? Number.NaN);
    expect(runBegin[2]).toBeLessThan(hub.workers[0]?.exit?.at ?? 0);
    expect(runEnd[2]).toBeNaN();
  });

  it('announces every long task, one after the other', async () => {
    const announced: number[] = [];
    await using pool = makePool({ processes: 1 }, { chunkProgress: (chunk) => announced.push(chunk.start) });
    await pool.map(calls('sleep'), [40, 40, 40], 1);
    expect(announced).toEqual([0, 1, 2]);
  });

  it('announces a long task while it runs', async () => {
    const hub = new TelemetryHub();
    const begun = new Promise<void>((resolve) => {
      const pool = makePool(
        { processes: 1 },
        {
          ...observing(hub),
          chunkProgress: (...news) => {
            hub.chunkProgress(...news);
            expect(hub.table.columns.runBegin[0]).toBeGreaterThan(0);
            expect(hub.table.columns.runEnd[0]).toBeNaN();
            resolve(pool.terminate());
          },
        },
      );
      pool.map(calls('sleep'), [60_000]).catch(() => undefined);
    });
    await begun;
    expect(hub.table.columns.outcome[0]).toBe(outcomeCode.lost);
  });
});

/** The hub's methods as plain functions, so that a test can put itself between. */
function observing(hub: TelemetryHub) {
  return {
    workerChanged: hub.workerChanged.bind(hub),
    queueChanged: hub.queueChanged.bind(hub),
    chunkSent: hub.chunkSent.bind(hub),
    chunkProgress: hub.chunkProgress.bind(hub),
    chunkEnded: hub.chunkEnded.bind(hub),
    chunkLost: hub.chunkLost.bind(hub),
    delivered: hub.delivered.bind(hub),
  };
}
