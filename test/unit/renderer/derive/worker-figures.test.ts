import { describe, expect, it } from 'vitest';
import { LaneIndex } from '../../../../src/renderer/derive/lane-index';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { runProgress } from '../../../../src/renderer/derive/run-progress';
import { taskFacts } from '../../../../src/renderer/derive/task-facts';
import { workerState } from '../../../../src/renderer/derive/worker-state';
import { workerStats } from '../../../../src/renderer/derive/worker-stats';
import { TaskTable } from '../../../../src/shared/task-table';
import type { Moment, WorkerRecord } from '../../../../src/shared/telemetry';
import { makeFacts } from '../../../fixtures/make-run';

const worker: WorkerRecord = {
  index: 0,
  slot: 0,
  pid: 4711,
  name: 'poolscope-worker-0',
  spawnedAt: 0,
  readyAt: 10,
  exitingAt: null,
  exit: null,
};

/** The state of a worker that was sent one task of which so many moments are known. */
function stateWith(moments: readonly Moment[], change: Partial<WorkerRecord> = {}) {
  const record = { ...worker, ...change };
  const table = new TaskTable();
  const lane = new LaneIndex(table, [record], 0);
  if (moments.length > 0) {
    lane.addRow(table.addRows(1));
    for (const [index, moment] of moments.entries()) table.columns[moment][0] = 20 + index;
    lane.update();
  }
  return workerState(record, lane, table.columns);
}

describe('the state of a worker', () => {
  it.each([
    ['booting', [], { readyAt: null }],
    ['idle', [], {}],
    ['receiving', ['argsSent'], {}],
    ['receiving', ['argsSent', 'argsReceived', 'argsLoadsBegin'], {}],
    ['running', ['argsSent', 'argsReceived', 'argsLoadsBegin', 'runBegin'], {}],
    ['sending', ['argsSent', 'argsReceived', 'argsLoadsBegin', 'runBegin', 'runEnd'], {}],
    ['sending', ['argsSent', 'argsReceived', 'argsLoadsBegin', 'runBegin', 'runEnd', 'resultDumpsEnd'], {}],
    ['running', ['argsSent', 'argsReceived', 'argsLoadsBegin', 'runBegin'], { exitingAt: 30 }],
    ['exiting', [], { exitingAt: 30 }],
    ['crashed', ['argsSent'], { exit: { at: 40, kind: 'crashed', code: null, signal: 'SIGKILL' } }],
    ['exited', [], { exit: { at: 40, kind: 'exited', code: 0, signal: null } }],
  ] as const)('is %s after %j %j', (state, moments, change) => {
    expect(stateWith(moments, change)).toBe(state);
  });
});

describe('figures of a worker', () => {
  it('count its tasks and its share of busy time', () => {
    const facts = makeFacts({ tasks: 40, workers: 2, chunksize: 1, failEvery: 10 });
    const stats = facts.data.workers.map((record) => workerStats(facts, record));
    expect(stats.reduce((sum, { done }) => sum + done, 0)).toBe(36);
    expect(stats.reduce((sum, { failed }) => sum + failed, 0)).toBe(4);
    for (const { busyShare } of stats) {
      expect(busyShare).toBeGreaterThan(0.8);
      expect(busyShare).toBeLessThanOrEqual(1);
    }
    expect(stats[0]?.cpu).toBeCloseTo(0.97);
    expect(stats[0]?.memoryBytes).toBe(48 * 1024 ** 2);
  });
});

describe('figures of a run', () => {
  it('agree with its summary', () => {
    const facts = makeFacts({ tasks: 60, workers: 3, chunksize: 2, failEvery: 14 });
    const live = runProgress({ ...facts, ended: null });
    const summary = facts.ended?.summary;
    expect(live.done).toBe(summary?.tasks.completed);
    expect(live.failed).toBe(summary?.tasks.failed);
    expect(live.serialNs.value / 1e6).toBeCloseTo(summary?.speedup.serialMs ?? 0, 6);
    expect(live.pickling.dumpsNs.value / 1e6).toBeCloseTo(summary?.pickling.dumpsMs ?? 0, 6);
    expect(live.pickling.loadsNs.value / 1e6).toBeCloseTo(summary?.pickling.loadsMs ?? 0, 6);
    expect(live.pickling.argsBytes.value).toBe(summary?.pickling.argsBytes);
    expect(live.pickling.resultBytes.value).toBe(summary?.pickling.resultBytes);
    expect(live.pickling.shareOfBusy.value).toBeCloseTo(summary?.pickling.shareOfBusy ?? 0, 9);
  });

  it('say which were measured and which derived', () => {
    const progress = runProgress(makeFacts({ tasks: 10 }));
    expect(progress.wallNs.kind).toBe('measured');
    expect([progress.serialNs.kind, progress.speedup.kind, progress.throughput.kind]).toEqual(Array(3).fill('derived'));
  });

  it('estimate what remains while live, and have nothing left at the end', () => {
    const options = { tasks: 200, workers: 4, chunksize: 1 };
    const progress = runProgress(makeFacts({ ...options, batchNs: 300e6, stopAfter: 2 }));
    expect(progress.remainingNs.value).toBeGreaterThan(0);
    expect(progress.throughput.value).toBeGreaterThan(10);
    expect(runProgress(makeFacts(options)).remainingNs.value).toBe(0);
  });

  it('are not there before the call', () => {
    const progress = runProgress(makeFacts({ tasks: 200, batchNs: 20e6, stopAfter: 1 }));
    expect([progress.wallNs.value, progress.throughput.value, progress.done]).toEqual([Number.NaN, Number.NaN, 0]);
  });
});

describe('what is known of a task', () => {
  it('has all nine phases, which together reach from submit to delivery', () => {
    const { data } = makeFacts({ tasks: 6, workers: 2, chunksize: 2 });
    const task = taskFacts(data, 3);
    const { submitted, delivered } = data.table.columns;
    const sum = task?.phases.reduce((total, { nanos }) => total + nanos, 0) ?? 0;
    expect(task?.phases).toHaveLength(9);
    expect(sum).toBeCloseTo((delivered[3] ?? 0) - (submitted[3] ?? 0), 0);
    expect(task).toMatchObject({ task: 3, attempt: 1, outcome: 'completed', resultBytes: 64 });
  });

  it('has gaps while it is under way, and is nothing for a row that is not there', () => {
    const { data } = makeFacts({ tasks: 8, workers: 2, chunksize: 4, batchNs: 130e6, stopAfter: 1 });
    const task = taskFacts(data, runIndexOf(makeFacts({ tasks: 8 })).lanes[0]?.rows.array[3] ?? 3);
    expect(task?.phases.find(({ phase }) => phase === 'loadsResult')?.nanos).toBeNaN();
    expect(task?.resultBytes).toBeNull();
    expect(taskFacts(data, 999)).toBeNull();
  });
});
