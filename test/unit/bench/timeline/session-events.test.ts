import { describe, expect, it } from 'vitest';
import { SessionEvents } from '../../../../bench/timeline/session-events';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import { INTERVALS } from '../../../../src/shared/phases';
import type { TelemetryBatch } from '../../../../src/shared/telemetry';

const OPTIONS = { tasks: 21_000, workers: 5, meanNs: 200e3, seed: 3 };

function factsOf(next: (session: SessionEvents) => TelemetryBatch): Facts {
  const session = new SessionEvents(OPTIONS);
  const store = createFactsStore();
  takeEvent(store, session.started);
  takeEvent(store, { type: 'called', runId: session.started.runId, at: session.calledAt });
  while (!session.isOver) takeEvent(store, next(session));
  takeEvent(store, session.ended());
  return store.getState();
}

/** Batches at uneven times, as a busy main sends them. */
function live(): Facts {
  let step = 0;
  let at = 0;
  return factsOf((session) => {
    at += 7e6 + (step++ % 5) * 11e6;
    return session.until(session.calledAt + at);
  });
}

describe('a generated session', () => {
  it('has each task once, with all its moments in order', () => {
    const { data } = factsOf((session) => session.nextBlock(1000));
    const { columns, length } = data.table;
    expect(length).toBe(OPTIONS.tasks);
    expect(data.deliveredRows.length).toBe(OPTIONS.tasks);
    const wrong: number[] = [];
    for (let row = 0; row < length; row++) {
      const ordered = INTERVALS.every(({ from, to }) => (columns[to][row] ?? Number.NaN) >= (columns[from][row] ?? 0));
      if (columns.task[row] !== row || !ordered) wrong.push(row);
    }
    expect(wrong).toEqual([]);
  });

  it('ends as the same facts whether it comes whole or as it happens', () => {
    const whole = factsOf((session) => session.nextBlock(1000)).data;
    const watched = live().data;
    for (const name of ['task', 'worker', 'outcome', 'runBegin', 'runEnd', 'completed', 'delivered'] as const) {
      const column = (data: typeof whole) => [...data.table.columns[name].subarray(0, data.table.length)];
      expect(column(watched)).toEqual(column(whole));
    }
    expect(watched.deliveredRows.length).toBe(whole.deliveredRows.length);
    expect(watched.queueAt.length).toBe(whole.queueAt.length);
  });

  it('is taken in by the index to the last task', () => {
    const { totals, lanes } = runIndexOf(live());
    expect(totals.completed + totals.failed).toBe(OPTIONS.tasks);
    expect(totals.failed).toBe(2);
    expect(lanes.reduce((sum, lane) => sum + (lane?.work.length ?? 0), 0)).toBe(OPTIONS.tasks);
  });
});
