import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failuresOf } from '../../../../src/renderer/panels/bottom/errors/failures';
import { resultOrderOf } from '../../../../src/renderer/panels/bottom/results/result-order';
import type { RowList } from '../../../../src/renderer/panels/bottom/row-list';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import type { RunEvent, RunStarted } from '../../../../src/shared/run-events';
import type { MethodName } from '../../../../src/shared/scenario';
import { copyRows, makeColumns, outcomeCode, type TelemetryBatch } from '../../../../src/shared/telemetry';
import { makeFacts, makeRun } from '../../../fixtures/make-run';

const listed = (rows: RowList): number[] => Array.from({ length: rows.length }, (_, place) => rows.at(place));

/** The start of a made-up run, as a call of the given method. */
function startedWith(method: MethodName, tasks: number): RunStarted {
  const started = makeRun({ tasks }).find((event): event is RunStarted => event.type === 'started');
  if (started === undefined || started.scenario === null) throw new Error('the run has no start');
  return { ...started, scenario: { ...started.scenario, call: { ...started.scenario.call, method } } };
}

/** Row n is task n; it completes at (n + 1) ms. */
function batch(tasks: number, failed: readonly number[], delivered: readonly number[]): TelemetryBatch {
  const columns = makeColumns(tasks);
  for (let row = 0; row < tasks; row++) {
    const at = (row + 1) * 1e6;
    columns.task[row] = row;
    columns.chunk[row] = row;
    columns.attempt[row] = 1;
    columns.outcome[row] = failed.includes(row) ? outcomeCode.failed : outcomeCode.completed;
    for (const moment of ['argsDumpsBegin', 'argsSent', 'argsLoadsBegin', 'runBegin', 'runEnd'] as const) {
      columns[moment][row] = at;
    }
    columns.resultDumpsEnd[row] = at;
    columns.resultLoadsBegin[row] = at;
    columns.completed[row] = at;
  }
  return {
    type: 'telemetry',
    runId: 1,
    at: tasks * 1e6,
    rows: [{ firstRow: 0, columns: copyRows(columns, 0, tasks) }],
    callbacks: { tasks: new Uint32Array(0), at: new Float64Array(0), kinds: new Uint8Array(0) },
    deliveries: {
      rows: Uint32Array.from(delivered),
      at: Float64Array.from(delivered, (row) => (row + 1) * 1e6),
    },
    queue: { at: new Float64Array(), depth: new Uint32Array() },
    processes: {
      at: new Float64Array(),
      worker: new Uint16Array(),
      cpu: new Float32Array(),
      memoryBytes: new Float64Array(),
    },
    workers: [],
    dropped: 0,
    observerNs: 0,
  };
}

function factsOf(...events: readonly RunEvent[]): Facts {
  const store = createFactsStore();
  for (const event of events) takeEvent(store, event);
  return store.getState();
}

describe('the order of results', () => {
  it('is that of delivery where nothing fails', () => {
    const facts = factsOf(startedWith('imap-unordered', 4), batch(4, [], [2, 0, 3, 1]));
    expect(listed(resultOrderOf(facts).rows)).toEqual([2, 0, 3, 1]);
  });

  it('puts an error of imap at its own position', () => {
    const facts = factsOf(startedWith('imap', 5), batch(5, [0, 3], [1, 2, 4]));
    expect(listed(resultOrderOf(facts).rows)).toEqual([0, 1, 2, 3, 4]);
  });

  it('holds an error of imap back until its turn', () => {
    const facts = factsOf(startedWith('imap', 5), batch(5, [3], [0]));
    expect(listed(resultOrderOf(facts).rows)).toEqual([0]);
  });

  it('puts an error of imap_unordered where it was completed', () => {
    const facts = factsOf(startedWith('imap-unordered', 5), batch(5, [2], [0, 1, 3, 4]));
    expect(listed(resultOrderOf(facts).rows)).toEqual([0, 1, 2, 3, 4]);
  });

  it('leaves errors of map out: it raises once, for the whole call', () => {
    const facts = factsOf(startedWith('map', 5), batch(5, [2], []));
    expect(resultOrderOf(facts).rows.length).toBe(0);
    expect(listed(failuresOf(facts).rows)).toEqual([2]);
  });

  it('of imap is that of its input, whatever fails', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), (fails) => {
        const rows = fails.map((_, row) => row);
        const failed = rows.filter((row) => fails[row]);
        const facts = factsOf(
          startedWith('imap', rows.length),
          batch(
            rows.length,
            failed,
            rows.filter((row) => !fails[row]),
          ),
        );
        expect(listed(resultOrderOf(facts).rows)).toEqual(rows);
      }),
    );
  });

  it('knows the place of each row', () => {
    const facts = factsOf(startedWith('imap-unordered', 4), batch(4, [], [2, 0, 3]));
    const { rows } = resultOrderOf(facts);
    expect([0, 1, 2, 3].map((row) => rows.placeOf(row))).toEqual([1, null, 0, 2]);
  });
});

describe('failures', () => {
  it('are the same whether the run came at once or in pieces', () => {
    const whole = failuresOf(makeFacts({ tasks: 200, failEvery: 9 }));
    const store = createFactsStore();
    for (const event of makeRun({ tasks: 200, failEvery: 9, batchNs: 3e6 })) {
      takeEvent(store, event);
      failuresOf(store.getState());
    }
    const pieces = failuresOf(store.getState());
    expect(new Set(listed(pieces.rows))).toEqual(new Set(listed(whole.rows)));
    expect(whole.rows.length).toBeGreaterThan(10);
  });

  it('do not count a task that was lost and given to another worker', () => {
    const failures = failuresOf(makeFacts({ tasks: 48, crash: 1 }));
    expect(failures.rows.length).toBe(0);
    expect(failures.retried).toBeGreaterThan(0);
  });
});
