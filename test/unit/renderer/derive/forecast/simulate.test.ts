import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoundaryCosts, NO_BOUNDARY } from '../../../../../src/renderer/derive/forecast/boundary-costs';
import { simulate } from '../../../../../src/renderer/derive/forecast/simulate';
import type { CostSums } from '../../../../../src/renderer/derive/forecast/task-costs';
import { METHODS } from '../../../../../src/shared/scenario';
import { computing, MS, pool, workOf } from './make-work';

const FLIGHT: BoundaryCosts = {
  ...NO_BOUNDARY,
  flightOut: { fixedNs: 1 * MS, perByteNs: 0 },
  flightBack: { fixedNs: 2 * MS, perByteNs: 0 },
};

/** ms from the call to its return. */
const wall = (...args: Parameters<typeof simulate>): number => simulate(...args) / MS;

describe('a replay, worked by hand', () => {
  it('gives the next chunk to whoever is free first', () => {
    // Worker 0: 4, 2. Worker 1: 1, 2, 2.
    expect(wall(computing(4, 1, 2, 2, 2), NO_BOUNDARY, pool())).toBe(6);
  });

  it('runs the tasks of a chunk one after another in one worker', () => {
    // Chunks of 3, 3 and 1 tasks: 6, 4 and 9 ms; the third goes to the second worker.
    expect(wall(computing(1, 2, 3, 2, 1, 1, 9), NO_BOUNDARY, pool({ chunksize: 3 }))).toBe(13);
  });

  it('takes one chunk of everything as long as one worker', () => {
    expect(wall(computing(5, 6, 7), NO_BOUNDARY, pool({ chunksize: 100 }))).toBe(18);
  });

  it('lets the caller pickle one argument after another before anybody begins', () => {
    const work = workOf([1, 2].map(() => ({ dumpsArgs: 3 * MS, compute: 5 * MS })));
    // Both small arguments leave when both are pickled, at 6 ms.
    expect(wall(work, NO_BOUNDARY, pool())).toBe(11);
  });

  it('sends a large argument as soon as it is pickled', () => {
    const work = workOf([1, 2].map(() => ({ dumpsArgs: 3 * MS, compute: 5 * MS, argsBytes: 1e6 })));
    // Worker 0 runs from 3 to 8 ms, worker 1 from 6 to 11 ms.
    expect(wall(work, NO_BOUNDARY, pool())).toBe(11);
    const late = workOf([{ dumpsArgs: 3 * MS, compute: 9 * MS, argsBytes: 1e6 }, { dumpsArgs: 3 * MS }]);
    expect(wall(late, NO_BOUNDARY, pool())).toBe(12);
  });

  it('makes the caller pickle the next argument before it reads a result', () => {
    const work = workOf([1, 2].map(() => ({ dumpsArgs: 1 * MS, compute: 10 * MS, loadsResult: 4 * MS })));
    // One worker: 1 + 10, then 1 for the next argument; while that runs, 4 for the result; 12 + 10 + 4.
    expect(wall(work, NO_BOUNDARY, pool({ processes: 1 }))).toBe(26);
  });

  it('counts both flights of every chunk where a worker has one at a time', () => {
    expect(wall(computing(5, 5, 5), FLIGHT, pool({ processes: 1 }))).toBe(3 * (1 + 5 + 2));
  });

  it('hides flights behind work where a worker has the next chunk in its pipe', () => {
    expect(wall(computing(5, 5, 5), FLIGHT, pool({ processes: 1, prefetch: 2 }))).toBeLessThan(3 * (1 + 5 + 2));
  });

  it('sends finished results when the next task begins half a millisecond later or more', () => {
    const work = workOf([0.1, 1, 10].map((ms) => ({ compute: ms * MS, loadsResult: 3 * MS })));
    // The first two leave at 1.1 ms and are read while the third runs, until 11.1 ms.
    expect(wall(work, NO_BOUNDARY, pool({ processes: 1, prefetch: 3 }))).toBeCloseTo(14.1, 9);
    // None has waited long enough when the last one begins: all leave together.
    const short = workOf([0.1, 0.1, 10].map((ms) => ({ compute: ms * MS, loadsResult: 3 * MS })));
    expect(wall(short, NO_BOUNDARY, pool({ processes: 1, prefetch: 3 }))).toBeCloseTo(19.2, 9);
  });

  it('lets flights grow with the bytes of the message', () => {
    const boundary = { ...NO_BOUNDARY, flightOut: { fixedNs: MS, perByteNs: 2 } };
    expect(wall(workOf([{ argsBytes: 1000 }]), boundary, pool())).toBe(1.002);
  });

  it('shares cores among the workers that compute', () => {
    // Four tasks of 6 ms on two cores: each gets half a core.
    expect(wall(computing(6, 6, 6, 6), NO_BOUNDARY, pool({ processes: 4, cores: 2 }))).toBe(12);
    // On two cores, 2 and 8 ms with three workers: 2+2 take 3 ms, then the last one has 6 to go by itself.
    expect(wall(computing(2, 2, 8), NO_BOUNDARY, pool({ processes: 3, cores: 2 }))).toBeCloseTo(9, 9);
  });

  it('shares out less than the cores of the machine where there are fewer to be had', () => {
    expect(wall(computing(6, 6), NO_BOUNDARY, pool({ cores: 1.5 }))).toBe(8);
    expect(wall(computing(6, 6), NO_BOUNDARY, pool({ processes: 1, cores: 0.5 }))).toBe(24);
  });

  it('needs no core to wait', () => {
    const sleeping = workOf([1, 2, 3, 4].map(() => ({ wait: 6 * MS })));
    expect(wall(sleeping, NO_BOUNDARY, pool({ processes: 4, cores: 1 }))).toBe(6);
  });

  it('makes one call after another for apply, whatever the workers', () => {
    expect(wall(computing(5, 6, 7), FLIGHT, pool({ method: 'apply', processes: 8 }))).toBe(5 + 6 + 7 + 3 * 3);
  });

  it('submits every call of apply_async before it takes a result', () => {
    const boundary = { ...NO_BOUNDARY, submitNs: 1 * MS };
    // Workers begin at 1 and 2 ms; the caller is at its submitting until 4 ms and only then sends the other two.
    expect(wall(computing(1, 1, 1, 1), boundary, pool({ method: 'apply-async', chunksize: 50 }))).toBe(5);
  });

  it('draws no further ahead than imap may', () => {
    const work = computing(9, 1, 1, 1);
    // The second worker may not go on before the first result, the slow one, is taken.
    expect(wall(work, NO_BOUNDARY, pool({ method: 'imap', lookAhead: 2 }))).toBe(10);
    expect(wall(work, NO_BOUNDARY, pool({ method: 'imap-unordered', lookAhead: 2 }))).toBe(9);
    expect(wall(work, NO_BOUNDARY, pool({ method: 'imap' }))).toBe(9);
  });

  it('waits for a new process where workers are replaced', () => {
    const boundary = { ...NO_BOUNDARY, replaceNs: 10 * MS };
    expect(wall(computing(1, 1, 1), boundary, pool({ processes: 1, maxTasksPerChild: 1 }))).toBe(1 + 10 + 1 + 10 + 1);
    expect(wall(computing(1, 1, 1), boundary, pool({ processes: 1, maxTasksPerChild: 2 }))).toBe(1 + 1 + 10 + 1);
  });

  it('adds what the call does before the first argument and after the last result', () => {
    expect(wall(computing(5), { ...NO_BOUNDARY, callNs: 2 * MS, returnNs: 3 * MS }, pool())).toBe(10);
  });

  it('fills the pipes of workers as the pool adapts them to short chunks', () => {
    const work = computing(...new Array<number>(400).fill(0.01));
    const one = wall(work, FLIGHT, pool({ processes: 1 }));
    const adapted = wall(work, FLIGHT, pool({ processes: 1, prefetch: null }));
    expect(one).toBeCloseTo(400 * 3.01, 6);
    // After the first one, 101 chunks share a message.
    expect(adapted).toBeLessThan(one / 50);
  });
});

describe('any replay', () => {
  const task: fc.Arbitrary<Partial<CostSums>> = fc.record({
    dumpsArgs: fc.nat(2 * MS),
    compute: fc.nat(30 * MS),
    wait: fc.oneof(fc.constant(0), fc.nat(20 * MS)),
    loadsResult: fc.nat(2 * MS),
    argsBytes: fc.oneof(fc.nat(500), fc.nat(3e6)),
    resultBytes: fc.nat(2000),
  });
  const config = fc.record({
    method: fc.constantFrom(...METHODS),
    processes: fc.integer({ min: 1, max: 9 }),
    chunksize: fc.integer({ min: 1, max: 12 }),
    cores: fc.integer({ min: 1, max: 6 }),
    lookAhead: fc.option(fc.integer({ min: 1, max: 20 })),
    prefetch: fc.option(fc.integer({ min: 1, max: 5 })),
    maxTasksPerChild: fc.option(fc.integer({ min: 1, max: 4 })),
  });
  const bytes = fc.record({ fixedNs: fc.nat(2 * MS), perByteNs: fc.double({ min: 0, max: 4, noNaN: true }) });
  const boundary: fc.Arbitrary<BoundaryCosts> = fc.record({
    callNs: fc.nat(MS),
    returnNs: fc.nat(MS),
    submitNs: fc.nat(1e5),
    dispatchNs: fc.nat(1e5),
    post: bytes,
    takeMessageNs: fc.nat(1e5),
    takeTaskNs: fc.nat(1e5),
    workerMessageNs: fc.nat(1e5),
    workerTaskNs: fc.nat(1e5),
    flightOut: bytes,
    flightBack: bytes,
    replaceNs: fc.nat(20 * MS),
  });
  const tasks = fc.array(task, { minLength: 1, maxLength: 60 });
  const SLACK = 1 - 1e-9;

  it('ends, at no time before its longest task, its work shared by all, or what its caller does by itself', () => {
    fc.assert(
      fc.property(tasks, boundary, config, (list, costs, how) => {
        const work = workOf(list);
        const ns = simulate(work, costs, how);
        expect(Number.isFinite(ns)).toBe(true);
        const longest = Math.max(...list.map(({ compute = 0, wait = 0 }) => compute + wait));
        const inWorkers = work.total('compute') + work.total('wait');
        const ofCaller = work.total('dumpsArgs') + work.total('loadsResult');
        expect(ns).toBeGreaterThanOrEqual(longest * SLACK);
        expect(ns).toBeGreaterThanOrEqual((inWorkers / how.processes) * SLACK);
        expect(ns).toBeGreaterThanOrEqual(((work.total('compute') + ofCaller) / how.cores) * SLACK);
        expect(ns).toBeGreaterThanOrEqual(ofCaller * SLACK);
      }),
    );
  });

  it('takes one worker as long as all its tasks, and as their flights where it has one chunk at a time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30 * MS), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (ns, size) => {
          const work = workOf(ns.map((compute) => ({ compute })));
          const chunks = Math.ceil(ns.length / size);
          const expected = work.total('compute') + chunks * 3 * MS;
          expect(simulate(work, FLIGHT, pool({ processes: 1, chunksize: size }))).toBeCloseTo(expected, 3);
        },
      ),
    );
  });

  it('is never more than twice the best there can be, where the boundary costs nothing and chunks hold one task', () => {
    // Graham, Bounds on multiprocessing timing anomalies, 1969: a list schedule is within 2 - 1/m.
    fc.assert(
      fc.property(
        fc.array(fc.nat(30 * MS), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (ns, processes) => {
          const work = workOf(ns.map((compute) => ({ compute })));
          const least = Math.max(...ns, work.total('compute') / processes);
          expect(simulate(work, NO_BOUNDARY, pool({ processes }))).toBeLessThanOrEqual(least * (2 - 1 / processes) + 1);
        },
      ),
    );
  });

  it('gets no slower with more workers, where the boundary costs nothing, cores abound and chunks hold one task', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30 * MS), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (ns, processes) => {
          const work = workOf(ns.map((compute) => ({ compute })));
          const fewer = simulate(work, NO_BOUNDARY, pool({ processes }));
          expect(simulate(work, NO_BOUNDARY, pool({ processes: processes + 1 }))).toBeLessThanOrEqual(fewer + 1);
        },
      ),
    );
  });

  it('gains nothing from workers beyond the cores, where the boundary costs nothing and all tasks are alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 6 }), fc.nat(5), (rounds, cores, more) => {
        const work = computing(...new Array<number>(rounds * cores).fill(7));
        const least = (rounds * cores * 7) / cores;
        expect(wall(work, NO_BOUNDARY, pool({ processes: cores + more, cores }))).toBeGreaterThanOrEqual(least * SLACK);
      }),
    );
  });

  it('comes to nearly the same when a few of many chunks stand for all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(1000),
        (processes, size, seed) => {
          const work = workOf(
            Array.from({ length: 6000 }, (_, task) => ({ compute: (1 + ((task * 7919 + seed) % 13)) * 1e5 })),
          );
          const how = pool({ processes, chunksize: size, cores: 4 });
          const every = simulate(work, FLIGHT, how);
          expect(Math.abs(simulate(work, FLIGHT, how, 400) / every - 1)).toBeLessThan(0.05);
        },
      ),
      { numRuns: 20 },
    );
  });
});
