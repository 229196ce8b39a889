import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangedOrder, laneOrder, movedTo } from '../../../../src/renderer/derive/lane-order';
import type { WorkerRecord } from '../../../../src/shared/telemetry';

const record = (index: number, slot: number): WorkerRecord => ({
  index,
  slot,
  pid: 100 + index,
  name: '',
  spawnedAt: index,
  readyAt: null,
  exitingAt: null,
  exit: null,
});

describe('the order of lanes', () => {
  it('has a replacement follow the process that it replaces', () => {
    expect(laneOrder([record(0, 0), record(1, 1), record(2, 0), undefined, record(4, 1)])).toEqual([0, 2, 1, 4]);
  });

  it('keeps lanes as they were put, and loses or doubles none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50)), fc.uniqueArray(fc.nat(50)), (natural, wanted) => {
        const order = arrangedOrder(natural, wanted);
        expect([...order].sort((a, b) => a - b)).toEqual([...natural].sort((a, b) => a - b));
        const put = wanted.filter((key) => natural.includes(key));
        expect(order.filter((key) => put.includes(key))).toEqual(put.length === 0 ? [] : put);
      }),
    );
  });

  it('puts a lane that has come since after its neighbour', () => {
    expect(arrangedOrder([0, 4, 1, 2], [2, 0, 1])).toEqual([2, 0, 4, 1]);
    expect(arrangedOrder([7, 0, 1], [1, 0])).toEqual([7, 1, 0]);
  });

  it('moves one lane to a position', () => {
    expect(movedTo([0, 1, 2, 3], 3, 0)).toEqual([3, 0, 1, 2]);
    expect(movedTo([0, 1, 2, 3], 0, 2)).toEqual([1, 2, 0, 3]);
    expect(movedTo([0, 1], 0, 9)).toEqual([1, 0]);
  });
});
