import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import type { Answer } from '../../../../../src/renderer/derive/why-idle/answer';
import { LaneGaps } from '../../../../../src/renderer/derive/why-idle/lane-gaps';
import { whyIdle } from '../../../../../src/renderer/derive/why-idle/why-idle';
import { THIN_SPACE } from '../../../../../src/shared/format';
import { type HandmadeRun, handmadeFacts } from '../../../../fixtures/handmade-run';

const MB = 1024 ** 2;

/** Asks about the gap around a moment of a worker's lane. */
function ask(run: HandmadeRun, worker: number, atMs: number): Answer & { readonly proof: readonly unknown[] } {
  const facts = handmadeFacts(run);
  const index = runIndexOf(facts);
  const gap = LaneGaps.of(facts, index, worker)?.at(atMs * 1e6);
  if (gap === null || gap === undefined) throw new Error('there is no gap');
  const answer = whyIdle(facts, index, gap);
  const proof = answer.evidence.map((span) => [span.worker, span.startNs / 1e6, span.endNs / 1e6]);
  return { ...answer, sentence: answer.sentence.replaceAll(THIN_SPACE, ' '), proof };
}

/** Two workers; the second is at one long task, the first at one from 1 to 10 and one after a gap. */
const around = (next: HandmadeRun['rows'], rest: Partial<HandmadeRun> = {}): HandmadeRun => ({
  workers: [{}, {}],
  called: 0,
  ended: 300,
  queue: [[0, 6]],
  rows: [
    { task: 0, worker: 0, dumps: [0, 0.1], work: [1, 10], back: 10.01, loads: [10.01, 10.02] },
    { task: 1, worker: 1, dumps: [0.1, 0.2], work: [1, 290], back: 290.01, loads: [290.01, 290.02] },
    ...(next ?? []),
  ],
  ...rest,
});

describe('a worker was idle because', () => {
  it('the caller was busy pickling the argument of its next task', () => {
    const answer = ask(
      around([
        { task: 17, worker: 0, argsBytes: 48 * MB, dumps: [11, 221], work: [222, 290], back: 291, loads: [291, 292] },
      ]),
      0,
      100,
    );
    expect(answer.cause).toBe('pickling-own');
    expect(answer.sentence).toBe('The caller was busy pickling task 17, 48.0 MB, for 210 ms.');
    expect(answer.proof).toEqual([[null, 11, 221]]);
  });

  it('the caller was busy pickling for another worker', () => {
    const answer = ask(
      around([
        {
          task: 2,
          worker: 1,
          argsBytes: 48 * MB,
          dumps: [10.02, 200],
          work: [290.1, 295],
          back: 296,
          loads: [296, 297],
        },
        { task: 3, worker: 0, dumps: [200, 200.1], work: [200.2, 290], back: 291, loads: [291, 292] },
      ]),
      0,
      100,
    );
    expect(answer.cause).toBe('pickling-other');
    expect(answer.sentence).toBe('The caller was busy pickling task 2, 48.0 MB, for PID 4712, for 190 ms.');
    expect(answer.proof).toEqual([[null, 10.02, 200]]);
  });

  it('the caller was busy pickling many small arguments, of which none stands out', () => {
    const many = Array.from({ length: 100 }, (_, i) => ({
      task: 10 + i,
      worker: 1,
      chunk: 50,
      dumps: [10.02 + i, 11.02 + i] as const,
    }));
    const last = { task: 3, worker: 0, dumps: [110.1, 110.2], work: [110.3, 290] } as const;
    const answer = ask(around([...many, { ...last, back: 291, loads: [291, 292] }]), 0, 50);
    expect(answer.sentence).toBe('The caller was busy pickling the arguments of 100 other tasks, for 100 ms.');
    expect(answer.evidence).toHaveLength(3);
  });

  it('the caller was busy unpickling a result', () => {
    const run = around([{ task: 3, worker: 0, dumps: [150, 150.1], work: [150.2, 290], back: 291, loads: [291, 292] }]);
    const [first, ...others] = run.rows ?? [];
    if (first === undefined) throw new Error('there are rows');
    const large = { ...first, resultBytes: 12 * MB, loads: [10.01, 150] as const };
    const answer = ask({ ...run, rows: [large, ...others] }, 0, 100);
    expect(answer.cause).toBe('unpickling');
    expect(answer.sentence).toBe('The caller was busy unpickling the result of task 0, 12.0 MB, for 140 ms.');
    expect(answer.proof).toEqual([[null, 10.01, 150]]);
  });

  it('the argument was in flight', () => {
    const next = { task: 17, worker: 0, argsBytes: 48 * MB, dumps: [10.1, 11], work: [131, 290], back: 291 } as const;
    const answer = ask(around([{ ...next, loads: [291, 292] }]), 0, 100);
    expect(answer.cause).toBe('args-flight');
    expect(answer.sentence).toBe('The argument of task 17, 48.0 MB, was in flight for 120 ms.');
    expect(answer.proof).toEqual([[0, 11, 131]]);
  });

  it('its result was in flight', () => {
    const run = around([{ task: 3, worker: 0, dumps: [80, 80.1], work: [80.2, 290], back: 291, loads: [291, 292] }]);
    const [first, ...others] = run.rows ?? [];
    if (first === undefined) throw new Error('there are rows');
    const large = { ...first, resultBytes: 12 * MB, back: 80, loads: [80.05, 80.06] as const };
    const answer = ask({ ...run, rows: [large, ...others] }, 0, 50);
    expect(answer.cause).toBe('result-flight');
    expect(answer.sentence).toBe(
      'The result of task 0, 12.0 MB, was in flight for 70.0 ms, and only then the worker got its next chunk.',
    );
    expect(answer.proof).toEqual([[0, 10, 80]]);
  });

  it('result and next chunk made a round trip and nothing else was in its pipe', () => {
    const run = around([
      { task: 3, worker: 0, dumps: [10.1, 10.102], work: [10.2, 290], back: 291, loads: [291, 292] },
    ]);
    const [first, ...others] = run.rows ?? [];
    if (first === undefined) throw new Error('there are rows');
    const answer = ask({ ...run, rows: [{ ...first, back: 10.1, loads: [10.11, 10.111] }, ...others] }, 0, 10.1);
    expect(answer.cause).toBe('round-trip');
    expect(answer.sentence).toMatch(
      /^With nothing else in its pipe, the worker waited for the result of task 0 to reach the caller and the next chunk to come back, a round trip, for 19\d µs\.$/,
    );
    expect(answer.evidence.map(({ worker }) => worker)).toEqual([0, 0]);
  });

  it('the call was made and the caller prepared its arguments', () => {
    const answer = ask(
      {
        workers: [{}],
        ended: 300,
        rows: [
          { task: 0, worker: 0, submitted: 200, dumps: [200, 200], work: [200, 300], back: 300, loads: [300, 300] },
        ],
      },
      0,
      100,
    );
    expect(answer.cause).toBe('not-submitted');
    expect(answer.sentence).toBe(
      'Nothing was queued yet: the call had been made, and the caller prepared its arguments for 200 ms.',
    );
    expect(answer.proof).toEqual([[null, 0, 200]]);
  });

  it('apply makes its next call only when it has the last result', () => {
    const apply = { scenario: { call: { method: 'apply' as const } } };
    const answer = ask(
      {
        ...apply,
        workers: [{}, {}],
        ended: 200,
        queue: [
          [0, 1],
          [0.1, 0],
          [10, 1],
          [10.1, 0],
          [150, 1],
          [150.1, 0],
        ],
        rows: [
          { task: 0, worker: 0, dumps: [0, 0.1], work: [0.2, 9], back: 9.1, loads: [9.2, 9.3] },
          {
            task: 1,
            worker: 1,
            submitted: 10,
            dumps: [10, 10.1],
            work: [10.2, 149],
            back: 149.1,
            loads: [149.2, 149.3],
          },
          {
            task: 2,
            worker: 0,
            submitted: 150,
            dumps: [150, 150.1],
            work: [150.2, 199],
            back: 199.1,
            loads: [199.2, 199.3],
          },
        ],
      },
      0,
      100,
    );
    expect(answer.cause).toBe('nothing-queued');
    expect(answer.sentence).toBe(
      'Nothing was queued: apply makes its next call only when it has the result of the last one, task 1, which PID 4712 was at for 139 ms.',
    );
    expect(answer.proof).toEqual([[1, 10.2, 149]]);
  });

  it('imap had drawn all that its look-ahead allows', () => {
    const answer = ask(
      around([{ task: 2, worker: 0, dumps: [200, 200.1], work: [200.2, 290], back: 291, loads: [291, 292] }], {
        scenario: { call: { method: 'imap', lookAhead: 2, chunksize: 1 } },
      }),
      0,
      100,
    );
    expect(answer.cause).toBe('look-ahead');
    expect(answer.sentence).toMatch(
      /^The call imap had drawn its input as far ahead as it may: 2 tasks that the caller had not taken yet/,
    );
  });

  it('a task came back only when its process had died', () => {
    const run = around(
      [{ task: 2, worker: 0, attempt: 2, dumps: [150, 150.1], work: [150.2, 290], back: 291, loads: [291, 292] }],
      {
        queue: [
          [0, 0],
          [150, 1],
          [150.1, 0],
        ],
      },
    );
    const answer = ask(run, 0, 100);
    expect(answer.cause).toBe('nothing-queued');
    expect(answer.sentence).toBe('Nothing was queued until task 2 came back from a process that had died.');
  });

  it('the last chunk was taken and was much longer than the mean', () => {
    const rows = [0, 1, 2, 3].map((task) => ({
      task,
      worker: task % 2,
      dumps: [0, 0] as const,
      work: [Math.floor(task / 2) * 10 + 1, Math.floor(task / 2) * 10 + 11] as const,
      back: Math.floor(task / 2) * 10 + 11,
      loads: [Math.floor(task / 2) * 10 + 11, Math.floor(task / 2) * 10 + 11] as const,
    }));
    const long = { task: 4, worker: 1, dumps: [21, 21], work: [21, 181], back: 181, loads: [181, 181] } as const;
    const answer = ask(
      {
        workers: [{}, {}],
        ended: 181.01,
        rows: [...rows, long],
        queue: [
          [0, 1],
          [21, 0],
        ],
      },
      0,
      100,
    );
    expect(answer.cause).toBe('tail');
    expect(answer.sentence).toBe(
      'Nothing was queued: the last chunk was taken at 21.0 ms; the others still ran 1 task, and the last chunk, on PID 4712, was 4.0× as long as the mean.',
    );
    expect(answer.proof).toEqual([[1, 21, 181]]);
  });

  it('the call had not been made: another worker was still booting', () => {
    const answer = ask(
      {
        workers: [{ ready: 50 }, { ready: 112 }],
        called: 112,
        ended: 200,
        rows: [{ task: 0, worker: 0, dumps: [112, 112], work: [112.1, 200], back: 200, loads: [200, 200] }],
      },
      0,
      80,
    );
    expect(answer.cause).toBe('not-called');
    expect(answer.sentence).toBe(
      'The call had not been made yet: it waits until every worker is ready, and PID 4712 took 112 ms to boot.',
    );
    expect(answer.proof).toEqual([[1, 0, 112]]);
  });

  it('it was booting', () => {
    const answer = ask({ workers: [{ ready: 92 }], called: 100, ended: 200 }, 0, 50);
    expect(answer.cause).toBe('booting');
    expect(answer.sentence).toBe('PID 4711 was booting: 92.0 ms from its start to its first word.');
  });

  it('its slot waited for a replacement, on the lane of the dead process and on that of the new one', () => {
    const run: HandmadeRun = {
      scenario: { pool: { processes: 1 } },
      workers: [{ exit: { at: 40, kind: 'crashed' } }, { slot: 0, spawned: 41, ready: 136 }],
      ended: 300,
    };
    for (const [worker, at] of [
      [0, 100],
      [1, 100],
    ] as const) {
      const answer = ask(run, worker, at);
      expect(answer.cause).toBe('replacement');
      expect(answer.sentence).toBe(
        'The slot waited for a replacement process to boot: PID 4711 died (SIGKILL) at 40.0 ms, and PID 4712 was ready after 96.0 ms.',
      );
      expect(answer.proof).toEqual([[1, 41, 136]]);
    }
  });

  it('its process was gone and none took its slot', () => {
    const answer = ask({ workers: [{ exit: { at: 40, kind: 'crashed' } }], ended: 300 }, 0, 100);
    expect(answer.cause).toBe('gone');
    expect(answer.sentence).toBe('PID 4711 died (SIGKILL) at 40.0 ms and no process took its slot.');
  });

  it('it was asked to exit: the pool was made smaller', () => {
    const run = around([], {
      workers: [{}, { exiting: 20, exit: { at: 90, kind: 'exited' } }],
      resizedTo: 1,
      rows: [],
    });
    const answer = ask(run, 1, 50);
    expect(answer.cause).toBe('exiting');
    expect(answer.sentence).toMatch(
      /^The worker was asked to exit at 20\.0 ms: the pool was made smaller, to 1 \(70\.0 ms of the gap's 90\.0 ms\)\.$/,
    );
  });

  it('the call had returned', () => {
    const run = around([], {
      ended: 12,
      rows: [{ task: 0, worker: 0, dumps: [0, 0], work: [0, 12], back: 12, loads: [12, 12] }],
    });
    const answer = ask({ ...run, workers: [{ exiting: 12.1, exit: { at: 60, kind: 'exited' } }], now: 60 }, 0, 30);
    expect(answer.cause).toBe('over');
    expect(answer.sentence).toBe('The call had returned after 12.0 ms, and nothing was left to do.');
  });
});

describe('where nothing explains a gap', () => {
  it('the sentence says that the records do not show why', () => {
    const answer = ask(
      around([{ task: 3, worker: 0, dumps: [200, 200.1], work: [200.2, 290], back: 291, loads: [291, 292] }]),
      0,
      100,
    );
    expect(answer.cause).toBe('unknown');
    expect(answer.sentence).toBe(
      'The records do not show why: tasks were queued, and neither pickling nor a message accounts for the wait for 190 ms.',
    );
    expect(answer.evidence).toEqual([]);
  });

  it('the sentence says so of a worker that had its task and did not begin', () => {
    const next = { task: 3, worker: 0, dumps: [10.1, 10.2], received: 10.3, work: [150, 290], back: 291 } as const;
    const answer = ask(around([{ ...next, loads: [291, 292] }]), 0, 100);
    expect(answer.cause).toBe('in-worker');
    expect(answer.sentence).toBe(
      'The worker had received task 3 and did not begin it for 140 ms: the records do not show what held it up.',
    );
  });
});

describe('a worker that had its task and did not begin', () => {
  const next = { task: 3, worker: 0, dumps: [10.1, 10.2], received: 10.3, work: [150, 290], back: 291 } as const;
  const run = around([{ ...next, loads: [291, 292] }], {
    cpu: [
      [100, 0, 0.1],
      [160, 1, 0.9],
      [170, 0, 0.48],
      [190, 0, 0.1],
    ],
  });

  it('is told how little of a core it had then, as it was sampled', () => {
    expect(ask(run, 0, 100).sentence).toBe(
      'The worker had received task 3 and did not begin it for 140 ms: its process had only 48 % of a core around then, so others may have kept it off the CPU.',
    );
  });

  it('is not, where its tasks may wait themselves', () => {
    const sleeping = { ...run, scenario: { workload: { name: 'sleep' as const } } };
    expect(ask(sleeping, 0, 100).sentence).toMatch(/the records do not show what held it up\.$/);
  });
});

describe('a plain loop', () => {
  it('was between two tasks: nothing is queued in it', () => {
    const run = around([
      { task: 3, worker: 0, submitted: 20, dumps: [20, 20], work: [20, 290], back: 290, loads: [290, 290] },
    ]);
    expect(ask({ ...run, scenario: { engine: 'serial' } }, 0, 15).sentence).toBe(
      'The plain loop was between two tasks for 10.0 ms: nothing is pickled or queued in it.',
    );
  });
});

describe('an event loop', () => {
  it('had no task in flight in this place: which places are taken tells nothing of a queue', () => {
    const run = around([
      { task: 3, worker: 0, submitted: 20, dumps: [20, 20], work: [20, 290], back: 290, loads: [290, 290] },
    ]);
    expect(ask({ ...run, scenario: { engine: 'async' } }, 0, 15).sentence).toBe(
      'No task was in flight in this place for 10.0 ms: the loop was computing, or had one begin in another.',
    );
  });
});

describe('after the call', () => {
  it('a worker that has exited is not missed', () => {
    const facts = handmadeFacts({ workers: [{ exiting: 61, exit: { at: 65, kind: 'exited' } }], ended: 60, now: 90 });
    expect(LaneGaps.of(facts, runIndexOf(facts), 0)?.at(80e6)).toBeNull();
  });
});

describe('a gap with several causes', () => {
  const mixed = around([
    { task: 2, worker: 1, argsBytes: MB, dumps: [10.02, 40], work: [290.1, 295], back: 296, loads: [296, 297] },
    { task: 3, worker: 0, argsBytes: 48 * MB, dumps: [40, 220], work: [220, 290], back: 291, loads: [291, 292] },
  ]);

  it('is put down to the largest, with its share', () => {
    const answer = ask(mixed, 0, 100);
    expect(answer.cause).toBe('pickling-own');
    expect(answer.sentence).toBe("The caller was busy pickling task 3, 48.0 MB, for 180 ms of the gap's 210 ms.");
  });

  it('lists all of them, the largest first', () => {
    const { shares } = ask(mixed, 0, 100);
    expect(shares.slice(0, 2).map(({ cause }) => cause)).toEqual(['pickling-own', 'pickling-other']);
    for (const { ns } of shares.slice(2)) expect(ns).toBeLessThan(1e5);
  });
});

describe('a gap too short to matter', () => {
  it('is said to be too short', () => {
    const run = around([{ task: 3, worker: 0, dumps: [5, 5], work: [10.003, 290], back: 291, loads: [291, 292] }]);
    const answer = ask(run, 0, 10.001);
    expect(answer.cause).toBe('short');
    expect(answer.sentence).toMatch(/^This gap of 3\.00 µs is too short to explain/);
  });
});
