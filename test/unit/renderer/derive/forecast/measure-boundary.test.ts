import { describe, expect, it } from 'vitest';
import type { ChunkFacts } from '../../../../../src/renderer/derive/forecast/chunk-facts';
import { measureBoundary } from '../../../../../src/renderer/derive/forecast/measure-boundary';

const CALL = { callNs: 0, returnNs: 0, submitNs: 0, replaceNs: 0 };
const US = 1000;

/** A chunk of one task; moments in µs, those that are not given follow from the others without a gap. */
function chunk(
  worker: number,
  moments: {
    dumps: number;
    sent: number;
    received: number;
    done: number;
    resultSent: number;
    back: number;
    read: number;
  },
  change: Partial<ChunkFacts> = {},
): ChunkFacts {
  const { dumps, sent, received, done, resultSent, back, read } = moments;
  return {
    worker,
    tasks: 1,
    argsBytes: 100,
    resultBytes: 100,
    dumpsBegin: dumps * US,
    dumpsEnd: sent * US,
    sent: sent * US,
    received: received * US,
    loadsBegin: received * US,
    workEnd: done * US,
    workerGapsNs: 0,
    readGapsNs: 0,
    resultSent: resultSent * US,
    resultReceived: back * US,
    readBegin: read * US,
    readEnd: (read + 10) * US,
    ...change,
  };
}

describe('what the boundary cost', () => {
  it('is, in flight, what lies between a sender and a receiver that are both free', () => {
    const chunks = [
      chunk(0, { dumps: 0, sent: 10, received: 60, done: 500, resultSent: 500, back: 540, read: 560 }),
      chunk(0, { dumps: 545, sent: 550, received: 610, done: 900, resultSent: 900, back: 930, read: 940 }),
      chunk(0, { dumps: 935, sent: 938, received: 993, done: 1500, resultSent: 1500, back: 1530, read: 1530 }),
    ];
    const { flightOut, flightBack } = measureBoundary(chunks, CALL);
    // 50, 60 and 55 µs.
    expect(flightOut).toEqual({ fixedNs: 55 * US, perByteNs: 0 });
    // 30 µs; the first may have met a caller that was still at its call.
    expect(flightBack).toEqual({ fixedNs: 30 * US, perByteNs: 0 });
  });

  it('is not the time that a chunk lay in the pipe of a busy worker', () => {
    const chunks = [
      chunk(0, { dumps: 0, sent: 10, received: 60, done: 5000, resultSent: 5000, back: 5040, read: 5040 }),
      chunk(0, { dumps: 10, sent: 20, received: 5001, done: 9000, resultSent: 9000, back: 9040, read: 9040 }),
      chunk(0, { dumps: 5041, sent: 5050, received: 9001, done: 9500, resultSent: 9500, back: 9540, read: 9540 }),
    ];
    expect(measureBoundary(chunks, CALL).flightOut).toEqual({ fixedNs: 50 * US, perByteNs: 0 });
  });

  it('is, in flight, nothing to be told by a caller that was hardly ever free', () => {
    // Each result is sent while the one before is read, but for one that seems to have flown for 30 ms.
    const at = (n: number, lateUs = 0) => {
      const back = 1000 + n * 100 + lateUs;
      return chunk(n % 2, {
        dumps: n,
        sent: n,
        received: n,
        done: back - 99,
        resultSent: back - 99,
        back,
        read: back + 90,
      });
    };
    const chunks = [...Array.from({ length: 30 }, (_, n) => at(n)), at(31, 60_000)].map((one, n) =>
      n < 30 ? one : { ...one, resultSent: one.resultReceived - 30_000 * US },
    );
    expect(measureBoundary(chunks, CALL).flightBack.fixedNs).toBeLessThan(200 * US);
  });

  it('is, for a message that waited, what the caller needed to take it', () => {
    const chunks = [
      chunk(0, { dumps: 0, sent: 10, received: 60, done: 500, resultSent: 500, back: 540, read: 560 }),
      // Sent while the first one's result was read, until 570 µs.
      chunk(1, { dumps: 10, sent: 20, received: 70, done: 550, resultSent: 550, back: 600, read: 605 }),
    ];
    // 30 µs until it was taken, and 20 and 5 µs until results were read.
    expect(measureBoundary(chunks, CALL).takeMessageNs).toBe((30 + 12.5) * US);
  });

  it('is, to dispatch, what lies between chunks that left one right after the other', () => {
    const chunks = [
      chunk(0, { dumps: 0, sent: 10, received: 60, done: 500, resultSent: 500, back: 540, read: 540 }),
      chunk(1, { dumps: 17, sent: 27, received: 70, done: 600, resultSent: 600, back: 640, read: 640 }),
      // After a result, not right after the one before.
      chunk(0, { dumps: 545, sent: 546, received: 600, done: 900, resultSent: 900, back: 940, read: 940 }),
    ];
    expect(measureBoundary(chunks, CALL).dispatchNs).toBe(7 * US);
  });

  it('is, in a worker, what lies between its tasks and around them', () => {
    const first = chunk(0, { dumps: 0, sent: 10, received: 60, done: 400, resultSent: 420, back: 460, read: 460 });
    const chunks = [
      { ...first, tasks: 3, loadsBegin: 65 * US, workerGapsNs: 8 * US },
      { ...first, loadsBegin: 404 * US, workEnd: 415 * US },
    ];
    const { workerMessageNs, workerTaskNs } = measureBoundary(chunks, CALL);
    // 5 µs before, 5 after; 8 within the first chunk and 4 between the two, for three gaps.
    expect(workerMessageNs).toBe(10 * US);
    expect(workerTaskNs).toBe(4 * US);
  });

  it('is something usual where a run has nothing to tell', () => {
    const costs = measureBoundary([], CALL);
    for (const cost of [
      costs.dispatchNs,
      costs.takeMessageNs,
      costs.takeTaskNs,
      costs.workerMessageNs,
      costs.workerTaskNs,
    ]) {
      expect(Number.isFinite(cost)).toBe(true);
    }
    expect(costs.flightOut.fixedNs).toBeGreaterThan(0);
  });
});
