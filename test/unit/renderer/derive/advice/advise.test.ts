import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise } from '../../../../../src/renderer/derive/advice/advise';
import type { Finding } from '../../../../../src/renderer/derive/advice/finding';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import { createFactsStore, takeEvent } from '../../../../../src/renderer/store/facts';
import { THIN_SPACE } from '../../../../../src/shared/format';
import { ENGINES, METHODS } from '../../../../../src/shared/scenario';
import { type HandmadeRow, type HandmadeRun, handmadeFacts } from '../../../../fixtures/handmade-run';
import { makeFacts, makeRun } from '../../../../fixtures/make-run';

const KB = 1024;
const MB = 1024 ** 2;
/** As many as the workers of these runs: neither more nor fewer of them would help. */
const CORES = 2;

function findings(run: HandmadeRun, cores = CORES): readonly Finding[] {
  const facts = handmadeFacts(run);
  return advise(facts, runIndexOf(facts), cores)?.findings ?? [];
}

const plain = (text: string | undefined): string => (text ?? '').replaceAll(THIN_SPACE, ' ');

interface Pattern {
  readonly chunks: number;
  /** Tasks in a chunk. */
  readonly size?: number;
  /** Length of a task. */
  readonly runMs: number;
  /** Between two chunks of a worker. */
  readonly gapMs: number;
  readonly rest?: Partial<HandmadeRow>;
}

/** Two workers that run chunk after chunk, each at its own times. */
function pattern({ chunks, size = 1, runMs, gapMs, rest = {} }: Pattern): HandmadeRow[] {
  const rows: HandmadeRow[] = [];
  const every = size * runMs + gapMs;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const sent = Math.floor(chunk / 2) * every;
    for (let i = 0; i < size; i++) {
      const from = sent + gapMs + i * runMs;
      const end = sent + every;
      rows.push({
        task: chunk * size + i,
        worker: chunk % 2,
        chunk,
        dumps: [sent, sent],
        received: sent + gapMs,
        work: [from, from + runMs],
        resultSent: end,
        back: end,
        loads: [end, end],
        delivered: end,
        ...rest,
      });
    }
  }
  return rows;
}

const ended = (rows: readonly HandmadeRow[]): number => Math.max(...rows.map(({ loads }) => loads?.[1] ?? 0));

function run(rows: readonly HandmadeRow[], rest: Partial<HandmadeRun> = {}): HandmadeRun {
  return { workers: [{}, {}], rows, ended: ended(rows), queue: [[0, 1]], ...rest };
}

describe('advice of a run in which one thing is wrong', () => {
  it('is a larger chunk where short chunks wait for the next one', () => {
    const found = findings(
      run(pattern({ chunks: 400, runMs: 1, gapMs: 0.5 }), { scenario: { call: { chunksize: 1 } } }),
    );
    expect(found.map(({ id }) => id)).toContain('larger-chunks');
    const finding = found.find(({ id }) => id === 'larger-chunks');
    expect(plain(finding?.sentence)).toBe(
      'The chunks are short: 400 of them ran 1.00 ms each, and the workers waited for the next one 33 % of their time.',
    );
    expect(finding?.change).toEqual({ path: 'call.chunksize', value: '10', text: 'Set the chunk size to 10' });
    expect(plain(finding?.saves)).toBe('Would save about 90.0 ms of 300 ms');
    expect(finding?.evidence.length).toBeGreaterThan(0);
  });

  it('is a smaller chunk where the last one kept a worker busy alone', () => {
    const rows = pattern({ chunks: 4, size: 8, runMs: 10, gapMs: 0.01 });
    const from = ended(rows);
    const last = Array.from(
      { length: 8 },
      (_, i): HandmadeRow => ({
        task: 32 + i,
        worker: 0,
        chunk: 4,
        dumps: [from, from],
        received: from,
        work: [from + i * 10, from + i * 10 + 10],
        resultSent: from + 80,
        back: from + 80,
        loads: [from + 80, from + 80],
      }),
    );
    const found = findings(run([...rows, ...last], { scenario: { call: { chunksize: 8 } } }));
    expect(found.map(({ id }) => id)).toEqual(['smaller-chunks']);
    expect(found[0]?.change?.value).toBe('2');
    expect(found[0]?.evidence).toMatchObject([{ worker: 0, startNs: from * 1e6, endNs: (from + 80) * 1e6 }]);
  });

  it('is less in each argument where the caller pickles while workers wait', () => {
    const rows = Array.from({ length: 8 }, (_, task): HandmadeRow => {
      const from = task * 50;
      return {
        task,
        worker: task % 2,
        argsBytes: 48 * MB,
        dumps: [from, from + 50],
        work: [from + 50, from + 145],
        back: from + 145,
        loads: [from + 145, from + 145],
      };
    });
    const scenario = { call: { chunksize: 1 }, payload: { kind: 'bytes' as const, bytes: 48 * MB } };
    const found = findings(run(rows, { scenario }));
    expect(found.map(({ id }) => id)).toEqual(['smaller-arguments']);
    expect(plain(found[0]?.sentence)).toMatch(
      /^The arguments are large: 48\.0 MB a task\. The caller pickled them for 400 ms/,
    );
    expect(found[0]?.change).toMatchObject({ path: 'payload.bytes', value: String(Math.round(4.8 * MB)) });
    expect(found[0]?.evidence.every(({ worker }) => worker === null)).toBe(true);
  });

  it('says what to do where no field of the form makes arguments smaller', () => {
    const rows = pattern({ chunks: 8, runMs: 60, gapMs: 40, rest: { argsBytes: 48 * MB } }).map((row) => ({
      ...row,
      dumps: [row.dumps[0] + (row.worker === 0 ? 0 : 20), row.dumps[0] + (row.worker === 0 ? 20 : 40)] as const,
    }));
    const [finding] = findings(run(rows, { scenario: { call: { chunksize: 1 } } })).filter(
      ({ id }) => id === 'smaller-arguments',
    );
    expect(finding?.change).toBeNull();
    expect(finding?.hint).toMatch(/index or a path/);
  });

  it('is less in each result where the caller unpickles while workers wait', () => {
    const rows = pattern({ chunks: 8, runMs: 60, gapMs: 40, rest: { resultBytes: 12 * MB } }).map(
      (row): HandmadeRow => {
        const end = (row.loads?.[1] ?? 0) + (row.worker === 0 ? 0 : 20);
        const taken = row.received ?? 0;
        return { ...row, dumps: [taken, taken], sent: taken, loads: [end, end + 20] };
      },
    );
    const scenario = { call: { chunksize: 1 }, payload: { kind: 'bytes' as const, resultBytes: 12 * MB } };
    const found = findings(run(rows, { scenario }));
    expect(found.map(({ id }) => id)).toContain('smaller-results');
    expect(found.find(({ id }) => id === 'smaller-results')?.change?.path).toBe('payload.resultBytes');
  });

  it('is a second chunk in the pipe where workers have one at a time and wait', () => {
    const rows = pattern({ chunks: 40, runMs: 10, gapMs: 1.5 });
    const scenario = { pool: { prefetch: 1 }, call: { chunksize: 1 } };
    const found = findings(run(rows, { scenario }));
    expect(found.map(({ id }) => id)).toEqual(['deeper-prefetch']);
    expect(found[0]?.change).toMatchObject({ path: 'pool.prefetch', value: '2' });
    expect(plain(found[0]?.sentence)).toContain('1.50 ms after each chunk');
  });

  it('is apply_async where each call waits for the one before', () => {
    const rows = Array.from({ length: 8 }, (_, task): HandmadeRow => {
      const from = task * 50;
      return {
        task,
        worker: 0,
        submitted: from,
        dumps: [from, from],
        work: [from, from + 49],
        back: from + 50,
        loads: [from + 50, from + 50],
      };
    });
    const found = findings(run(rows, { scenario: { call: { method: 'apply' } }, queue: [[0, 0]] }));
    expect(found.map(({ id }) => id)).toEqual(['single-calls']);
    expect(found[0]?.change).toMatchObject({ path: 'call.method', value: 'apply-async' });
    expect(plain(found[0]?.sentence)).toMatch(/^The workers had nothing queued for 45 % of their time: apply makes/);
  });

  it('is a longer look-ahead where imap could not draw on', () => {
    const rows = pattern({ chunks: 20, runMs: 10, gapMs: 0 }).map((row): HandmadeRow => {
      const from = (row.work?.[0] ?? 0) * 2;
      const end = from + 10;
      return {
        ...row,
        dumps: [from, from],
        received: from,
        work: [from, end],
        resultSent: end,
        back: end,
        loads: [end, end],
        delivered: from + 20,
      };
    });
    const scenario = { call: { method: 'imap-unordered' as const, lookAhead: 2, chunksize: 1 } };
    const found = findings(run(rows, { scenario, ended: 200 }));
    expect(found.map(({ id }) => id)).toEqual(['look-ahead']);
    expect(found[0]?.change).toMatchObject({ path: 'call.lookAhead', value: '8' });
  });

  it('is imap_unordered where results wait for their turn longer than they ran', () => {
    const rows: HandmadeRow[] = pattern({ chunks: 12, runMs: 10, gapMs: 0.01 })
      .filter(({ task, worker }) => worker === 1 || task === 0)
      .map((row) =>
        row.task === 0
          ? { ...row, work: [0.01, 60] as const, resultSent: 60, back: 60, loads: [60, 60] as const }
          : row,
      )
      .map((row) => ({ ...row, delivered: Math.max(60, row.loads?.[1] ?? 0) }));
    const found = findings(run(rows, { scenario: { call: { method: 'imap', chunksize: 1 } } }));
    expect(found.map(({ id }) => id)).toEqual(['unordered']);
    expect(found[0]?.change).toMatchObject({ path: 'call.method', value: 'imap-unordered' });
    expect(found[0]?.evidence).toMatchObject([{ worker: 0, startNs: 0.01e6, endNs: 60e6 }]);
  });

  it('is a plain loop where the pool took longer than all runs together', () => {
    const found = findings(
      run(pattern({ chunks: 40, runMs: 0.1, gapMs: 1 }), { scenario: { call: { method: 'apply-async' } } }),
    );
    expect(found.map(({ id }) => id)).toContain('plain-loop');
    expect(found[0]?.change).toMatchObject({ path: 'engine', value: 'serial' });
  });

  it('is as many workers as there are cores where more took turns', () => {
    const found = findings(
      run(pattern({ chunks: 8, runMs: 50, gapMs: 0.01 }), { scenario: { call: { chunksize: 1 } } }),
      1,
    );
    expect(found.map(({ id }) => id)).toEqual(['fewer-workers']);
    expect(found[0]?.change).toEqual({ path: 'pool.processes', value: '1', text: 'Use 1 worker' });
    expect(found[0]?.sentence).toMatch(/^2 workers took turns on 1 core/);
  });

  it('is more workers where all were busy and cores are left', () => {
    const found = findings(
      run(pattern({ chunks: 16, runMs: 50, gapMs: 0.01 }), { scenario: { call: { chunksize: 1 } } }),
      4,
    );
    expect(found.map(({ id }) => id)).toEqual(['more-workers']);
    expect(found[0]?.change?.value).toBe('4');
  });

  it('is to retry where a worker died with its task and the task failed', () => {
    const rows = pattern({ chunks: 16, runMs: 50, gapMs: 0.01 });
    const lost: HandmadeRow = { task: 16, worker: 2, dumps: [400, 400], work: [400, 430], outcome: 'lost' };
    const workers = [{}, {}, { exit: { at: 430, kind: 'crashed' as const } }, { slot: 2, spawned: 430, ready: 500 }];
    const scenario = { pool: { processes: 3, onWorkerLost: 'lose' as const }, call: { chunksize: 1 } };
    const facts = run([...rows, lost], { workers, scenario, ended: 430 });
    const found = findings(facts, 3).filter(({ id }) => id === 'worker-deaths');
    expect(found[0]?.change).toMatchObject({ path: 'pool.onWorkerLost', value: 'retry' });
    expect(found[0]?.sentence).toMatch(/^1 worker died and took 1 run along/);
  });

  it('is not to repeat what kills its worker each time', () => {
    const rows = pattern({ chunks: 16, runMs: 50, gapMs: 0.01 });
    const lost = (worker: number, attempt: number, at: number): HandmadeRow => {
      return { task: 16, worker, attempt, dumps: [at, at], work: [at, at + 50], outcome: 'lost' };
    };
    const workers = [
      {},
      {},
      { exit: { at: 250, kind: 'crashed' as const } },
      { slot: 2, spawned: 250, ready: 300, exit: { at: 350, kind: 'crashed' as const } },
    ];
    const scenario = { pool: { processes: 3, onWorkerLost: 'retry' as const }, call: { chunksize: 1 } };
    const all = [...rows, lost(2, 1, 200), lost(3, 2, 300)];
    const [finding] = findings(run(all, { workers, scenario }), 3).filter(({ id }) => id === 'worker-deaths');
    expect(finding?.change).toMatchObject({ path: 'pool.retries', value: '0' });
    expect(plain(finding?.sentence)).toMatch(/2 runs along, 1 of them runs that were repeated: 200 ms of work/);
  });
});

describe('advice of a run in which nothing is wrong', () => {
  it('says so, with the share of useful work', () => {
    const facts = handmadeFacts(
      run(pattern({ chunks: 40, runMs: 10, gapMs: 0.2 }), { scenario: { call: { chunksize: 1 } } }),
    );
    const advice = advise(facts, runIndexOf(facts), CORES);
    expect(advice?.findings).toEqual([]);
    expect(plain(advice?.none)).toBe('Nothing stands out: 98 % of the workers’ time was useful work.');
  });
});

describe('there is no advice', () => {
  it('before the end of a run', () => {
    const facts = makeFacts({ batchNs: 50e6, stopAfter: 4 });
    expect(advise(facts, runIndexOf(facts), CORES)).toBeNull();
  });

  it('for a plain loop', () => {
    const facts = handmadeFacts(run(pattern({ chunks: 4, runMs: 1, gapMs: 0 }), { scenario: { engine: 'serial' } }));
    expect(advise(facts, runIndexOf(facts), CORES)?.none).toMatch(/^A plain loop has no pool/);
  });

  it('for an event loop', () => {
    const facts = handmadeFacts(run(pattern({ chunks: 4, runMs: 1, gapMs: 0 }), { scenario: { engine: 'async' } }));
    expect(advise(facts, runIndexOf(facts), CORES)?.none).toMatch(/^An event loop has no pool/);
  });

  it('for a run without tasks', () => {
    const facts = handmadeFacts({ workers: [{}], rows: [], ended: 1 });
    expect(advise(facts, runIndexOf(facts), CORES)?.none).toMatch(/^The run had no tasks/);
  });

  it('for a run that was stopped', () => {
    const store = createFactsStore();
    for (const event of makeRun()) takeEvent(store, event.type === 'ended' ? { ...event, status: 'stopped' } : event);
    const facts = store.getState();
    expect(advise(facts, runIndexOf(facts), CORES)?.none).toMatch(/^The run was stopped/);
  });
});

describe('advice of any run', () => {
  it('is at most three findings, the largest saving first, one for each field, with evidence within the run', () => {
    const runs = fc.record({
      tasks: fc.integer({ min: 1, max: 120 }),
      workers: fc.integer({ min: 1, max: 5 }),
      chunksize: fc.integer({ min: 1, max: 30 }),
      depth: fc.integer({ min: 1, max: 2 }),
      meanNs: fc.constantFrom(2e3, 1e5, 20e6),
      failEvery: fc.constantFrom(3, 1000),
      crash: fc.constantFrom(-1, 0),
      seed: fc.nat(1000),
    });
    const how = fc.record({ engine: fc.constantFrom(...ENGINES), method: fc.constantFrom(...METHODS) });
    fc.assert(
      fc.property(runs, how, fc.integer({ min: 1, max: 16 }), (options, { engine, method }, cores) => {
        const store = createFactsStore();
        for (const event of makeRun(options)) {
          if (event.type !== 'started' || event.scenario === null) takeEvent(store, event);
          else {
            const scenario = { ...event.scenario, engine, call: { ...event.scenario.call, method } };
            takeEvent(store, { ...event, scenario });
          }
        }
        const facts = store.getState();
        const advice = advise(facts, runIndexOf(facts), cores);
        const found = advice?.findings ?? [];
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.length === 0).toBe((advice?.none ?? '') !== '');
        const saves = found.map(({ savesNs }) => savesNs);
        expect(saves).toEqual([...saves].sort((a, b) => b - a));
        const paths = found.flatMap(({ change }) => change?.path ?? []);
        expect(new Set(paths).size).toBe(paths.length);
        const { originNs, endNs } = runExtent(facts);
        for (const { sentence, saves: words, evidence } of found) {
          expect(`${sentence} ${words}`).not.toMatch(/NaN|undefined|Infinity|–|-\d/);
          for (const span of evidence) {
            expect(span.startNs).toBeGreaterThanOrEqual(originNs);
            expect(span.endNs).toBeLessThanOrEqual(endNs);
            expect(span.endNs).toBeGreaterThanOrEqual(span.startNs);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never advises a saving larger than the call took', () => {
    for (const gapMs of [0.1, 1, 10, 100]) {
      for (const { savesNs } of findings(run(pattern({ chunks: 40, runMs: 1, gapMs, rest: { argsBytes: 2 * KB } })))) {
        expect(savesNs).toBeLessThanOrEqual(20 * (1 + gapMs) * 1e6);
      }
    }
  });
});
