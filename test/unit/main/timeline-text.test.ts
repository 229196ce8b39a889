import { describe, expect, it } from 'vitest';
import { timelineText } from '../../../src/main/cli/timeline-text';
import { TaskTable } from '../../../src/shared/task-table';
import { type Moment, type Outcome, outcomeCode, type WorkerRecord } from '../../../src/shared/telemetry';

/** One cell a nanosecond: the label `pid 7  ` and 20 cells. */
const WIDTH = 27;
const SPAN = { begin: 100, end: 120 };

interface PlainTask {
  readonly worker?: number;
  readonly outcome?: Outcome;
  readonly moments: Partial<Record<Moment, number>>;
}

/** A task that begins to load, runs, ends to run and is pickled at these moments of the span. */
function task(loads: number, begins: number, ends: number, pickled: number, worker = 0): PlainTask {
  const at = (cell: number): number => SPAN.begin + cell;
  const moments = { argsLoadsBegin: at(loads), runBegin: at(begins), runEnd: at(ends), resultDumpsEnd: at(pickled) };
  return { worker, moments };
}

function tableOf(tasks: readonly PlainTask[]): TaskTable {
  const table = new TaskTable();
  for (const { worker = 0, outcome = 'completed', moments } of tasks) {
    const row = table.addRows(1);
    table.columns.worker[row] = worker;
    table.columns.outcome[row] = outcomeCode[outcome];
    for (const [name, at] of Object.entries(moments)) table.columns[name as Moment][row] = at;
  }
  return table;
}

function worker(change: Partial<WorkerRecord> = {}): WorkerRecord {
  const { index = 0 } = change;
  return { index, slot: index, pid: 7, name: 'w', spawnedAt: 0, readyAt: 50, exitingAt: null, exit: null, ...change };
}

const crashedAt = (cell: number): WorkerRecord['exit'] => ({
  at: SPAN.begin + cell,
  kind: 'crashed',
  code: null,
  signal: 'SIGKILL',
});

/** The cells of the one lane, without its label. */
function lane(tasks: readonly PlainTask[], change: Partial<WorkerRecord> = {}, width = WIDTH): string {
  const { lanes } = timelineText(tableOf(tasks), [worker(change)], SPAN, width);
  return (lanes[0] ?? '').replace(/^pid 7 {2}/, '');
}

describe('a lane', () => {
  it('shows pickling, running and waiting, each where it was', () => {
    expect(lane([task(2, 4, 9, 10), task(12, 13, 18, 20)])).toBe('··▒▒█████▒··▒█████▒▒');
  });

  it('waits all along where a worker had nothing to do', () => {
    expect(lane([])).toBe('·'.repeat(20));
  });

  it('begins when its worker was ready, and is not there before', () => {
    expect(lane([], { readyAt: SPAN.begin + 5 })).toBe(`     ${'·'.repeat(15)}`);
    expect(lane([], { readyAt: null })).toBe('pid 7');
  });

  it('ends when its worker exited', () => {
    const exit = { at: SPAN.begin + 12, kind: 'exited', code: 0, signal: null } as const;
    expect(lane([task(0, 0, 4, 4)], { exit })).toBe('████········');
  });

  it('shows what a cell holds most of, and running where it is as much as another', () => {
    expect(lane([task(0, 0.4, 1, 1), task(1, 1.6, 2, 2), task(2, 2.5, 3, 3), task(3.3, 3.4, 3.6, 3.6)])).toBe(
      `█▒█${'·'.repeat(17)}`,
    );
  });

  it('adds up what is short: many small tasks fill a cell as one large one does', () => {
    const many = Array.from({ length: 10 }, (_, n) => task(n / 10, n / 10, (n + 0.8) / 10, (n + 0.8) / 10));
    expect(lane(many)).toBe(`█${'·'.repeat(19)}`);
  });

  it('shows what lies in the span of a task that reaches beyond it', () => {
    expect(lane([task(-9, -5, 3, 3), task(17, 17, 40, 50)])).toBe(`███${'·'.repeat(14)}███`);
  });

  it('shows nothing of a task that has not begun', () => {
    expect(lane([{ outcome: 'pending', moments: { submitted: 101, argsSent: 102 } }])).toBe('·'.repeat(20));
  });

  it('shows a failed task as it ran', () => {
    expect(lane([{ ...task(2, 3, 6, 7), outcome: 'failed' }])).toBe(`··▒███▒${'·'.repeat(13)}`);
  });
});

describe('a worker that crashed', () => {
  const begun = { argsLoadsBegin: 105, runBegin: 106 };

  it('says so, and ran its lost task until it died, no longer', () => {
    const table = tableOf([{ outcome: 'lost', moments: begun }]);
    const { lanes } = timelineText(table, [worker({ exit: crashedAt(12) })], SPAN, WIDTH + ' crashed'.length);
    expect(lanes).toEqual(['pid 7 crashed  ·····▒██████']);
  });

  it('ran what it had already done no longer than it took, though that is lost with it', () => {
    const tasks: PlainTask[] = [
      { ...task(0, 1, 4, 5), outcome: 'lost' },
      { outcome: 'lost', moments: { argsLoadsBegin: 110, runBegin: 111 } },
    ];
    const { lanes } = timelineText(tableOf(tasks), [worker({ exit: crashedAt(15) })], SPAN, WIDTH + ' crashed'.length);
    expect(lanes).toEqual(['pid 7 crashed  ▒███▒·····▒████']);
  });

  it('runs to the end as far as anybody knows while its exit is not known', () => {
    expect(lane([{ outcome: 'lost', moments: begun }])).toBe(`·····▒${'█'.repeat(14)}`);
  });
});

describe('the picture', () => {
  it('has one lane a worker, with cells below each other, and a legend below the cells', () => {
    const table = tableOf([task(0, 0, 10, 10), task(5, 5, 20, 20, 1)]);
    const workers = [worker(), worker({ index: 1, pid: 12345 }), worker({ index: 2, pid: null, readyAt: null })];
    const { lanes, legend } = timelineText(table, workers, SPAN, 31);
    expect([...lanes, legend]).toEqual([
      'pid 7      ██████████··········',
      'pid 12345  ·····███████████████',
      'pid -',
      '           █ run   ▒ pickle   · idle',
    ]);
  });

  it('is as wide as asked, with time scaled to it', () => {
    expect(lane([task(0, 0, 10, 10)], {}, 47)).toBe('█'.repeat(20) + '·'.repeat(20));
    expect(lane([task(0, 0, 10, 10)], {}, 17)).toBe('█████·····');
  });

  it('keeps ten cells, however narrow', () => {
    expect(lane([task(0, 0, 10, 10)], {}, 1)).toBe('█████·····');
  });

  it('has no lanes without workers, and no cells full of nothing for a span of no time', () => {
    expect(timelineText(tableOf([]), [], SPAN, 40)).toEqual({ lanes: [], legend: '  █ run   ▒ pickle   · idle' });
    const { lanes } = timelineText(tableOf([]), [worker()], { begin: 100, end: 100 }, WIDTH);
    expect(lanes).toEqual(['pid 7']);
  });

  it('passes over a task whose worker is not known', () => {
    expect(lane([task(0, 0, 10, 10, 5)])).toBe('·'.repeat(20));
  });
});
