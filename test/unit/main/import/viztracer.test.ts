import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunCollector } from '../../../../src/main/export/run-collector';
import { csvText } from '../../../../src/main/export/write-csv';
import { traceText } from '../../../../src/main/export/write-trace';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { runProgress } from '../../../../src/renderer/derive/run-progress';
import { taskFacts } from '../../../../src/renderer/derive/task-facts';
import type { RunEvent } from '../../../../src/shared/run-events';
import { MOMENTS, outcomeCode } from '../../../../src/shared/telemetry';
import { viztracerFile } from '../../../fixtures/viztracer-file';
import { readAt, readText } from './trace-file';

/** Beside the checkout, where there is one: real recordings from VizTracer's own examples. */
const REAL = resolve(import.meta.dirname, '../../../../../shared/data/viztracer');
const real = existsSync(REAL) ? it : it.skip;

const known = (column: Float64Array, rows: number): number =>
  column.subarray(0, rows).filter((at) => !Number.isNaN(at)).length;

describe('a pool in a VizTracer file', () => {
  it.each([false, true])('has its workers and tasks, by names with and without classes (%s)', async (old) => {
    const { facts, trouble } = await readText(viztracerFile({ workers: 3, tasks: 20, old }));
    expect(trouble).toBeNull();
    expect(facts.started).toMatchObject({ scenario: null, tasks: 20, mainPid: 500, source: { format: 'viztracer' } });
    expect(facts.data.workers.map(({ pid, name }) => [pid, name])).toEqual([
      [501, 'ForkPoolWorker-1'],
      [502, 'ForkPoolWorker-2'],
      [503, 'ForkPoolWorker-3'],
    ]);
    const { columns, length } = facts.data.table;
    expect(length).toBe(20);
    // In order of dispatch, shared out in turn.
    expect([...columns.worker.subarray(0, 20)]).toEqual(Array.from({ length: 20 }, (_, task) => task % 3));
    const unknown = new Set(['submitted', 'delivered']);
    for (const moment of MOMENTS)
      expect([moment, known(columns[moment], 20)]).toEqual([moment, unknown.has(moment) ? 0 : 20]);
    for (let row = 0; row < 20; row++) {
      expect((columns.runEnd[row] ?? 0) - (columns.runBegin[row] ?? 0)).toBe(20_000);
      expect((columns.argsDumpsEnd[row] ?? 0) - (columns.argsDumpsBegin[row] ?? 0)).toBe(4000);
      const times = MOMENTS.map((moment) => columns[moment][row] ?? Number.NaN).filter((at) => !Number.isNaN(at));
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('says that relations are derived, and that calls are missing where VizTracer ran out of room', async () => {
    const { facts } = await readText(viztracerFile({ workers: 2, tasks: 4, overflow: true }));
    expect(facts.data.slices.notices[0]).toMatch(/ran out of room \(overflow\)/);
    expect(facts.data.slices.notices[1]).toMatch(/derived from their order/);
  });

  it('shows the workers alone where the caller was not recorded, and tells it', async () => {
    const { facts } = await readText(viztracerFile({ workers: 2, tasks: 6, withoutCaller: true }));
    const { columns, length } = facts.data.table;
    expect(length).toBe(6);
    expect(known(columns.runEnd, 6)).toBe(6);
    expect(known(columns.argsSent, 6)).toBe(0);
    expect(facts.data.slices.notices.join(' ')).toMatch(/only the workers’ side/);
  });

  it('copes with what it does not know, everywhere', async () => {
    const { facts } = await readText(viztracerFile({ workers: 2, tasks: 9, failEvery: 4 }));
    const index = runIndexOf(facts);
    expect(index.lanes.map((lane) => lane?.rows.length)).toEqual([5, 4]);
    expect(index.totals).toMatchObject({ completed: 6, failed: 3 });
    expect(index.totals.runNs).toBe(9 * 20_000);
    expect(runProgress(facts)).toMatchObject({ total: 9, done: 6, failed: 3 });
    expect(runProgress(facts).wallNs.value).toBeGreaterThan(0);
    const phases = taskFacts(facts.data, 2)?.phases ?? [];
    // When it was submitted and when it was delivered is not in the file, and so neither is what depends on that.
    const unknown = phases.filter(({ nanos }) => Number.isNaN(nanos)).map(({ phase }) => phase);
    expect(unknown).toEqual(['queueWait', 'orderWait']);
    for (const { phase, nanos } of phases) if (!unknown.includes(phase)) expect(nanos).toBeGreaterThan(0);
    expect(facts.data.table.columns.outcome[0]).toBe(outcomeCode.failed);
  });

  it('has the same rows when it was exported and is read again', async () => {
    const { events, facts } = await readText(viztracerFile({ workers: 2, tasks: 9 }));
    const recorded = (all: readonly RunEvent[]) => {
      const collector = new RunCollector();
      for (const event of all) collector.take(event);
      return collector.run;
    };
    const again = await readText([...traceText(recorded(events))].join(''));
    expect(again.facts.data.table.length).toBe(facts.data.table.length);
    expect([...csvText(recorded(again.events))]).toEqual([...csvText(recorded(events))]);
    expect(again.facts.started?.scenario).toBeNull();
  });

  it('is found in a file that was cut off, as far as it goes', async () => {
    const text = viztracerFile({ workers: 2, tasks: 20 });
    const { facts, trouble } = await readText(text.slice(0, text.length - 60));
    expect(trouble).toMatch(/cut off after/);
    expect(facts.data.table.length).toBe(20);
    expect(facts.started?.source).toMatchObject({ format: 'viztracer' });
    expect(facts.ended?.status).toBe('unfinished');
  });

  real('of a real recording: five workers, each with what it loaded, ran and dumped', async () => {
    const { facts, trouble } = await readAt(resolve(REAL, 'multi_process_pool.json'));
    expect(trouble).toBeNull();
    const { columns, length } = facts.data.table;
    expect(facts.data.workers.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((n) => `ForkPoolWorker-${n}`));
    expect(length).toBe(27);
    const perWorker = facts.data.workers.map(({ index }) => {
      const rows = [...Array(length).keys()].filter((row) => columns.worker[row] === index);
      const has = (moment: 'argsLoadsBegin' | 'runEnd' | 'resultDumpsEnd') =>
        rows.filter((row) => !Number.isNaN(columns[moment][row] ?? Number.NaN)).length;
      return [rows.length, has('argsLoadsBegin'), has('runEnd'), has('resultDumpsEnd')];
    });
    expect(perWorker).toEqual([
      [8, 8, 8, 8],
      [7, 7, 7, 7],
      [6, 6, 6, 6],
      [4, 4, 4, 4],
      [2, 2, 2, 2],
    ]);
    // What the caller sent and took in fits, so that each message has its task.
    expect(known(columns.argsSent, length)).toBe(27);
    expect(known(columns.completed, length)).toBe(27);
    expect(facts.data.slices.count).toBe(12_533);
  });

  real('that has threads only: slices, and no pool', async () => {
    const { facts } = await readAt(resolve(REAL, 'multithread.json'));
    expect(facts.data.table.length).toBe(0);
    expect(facts.data.slices.lanes.map(({ name }) => name)).toContain('Dummy-8');
    expect(facts.data.slices.notices.join(' ')).not.toMatch(/left out/);
  });
});
