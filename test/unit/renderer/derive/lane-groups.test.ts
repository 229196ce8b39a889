import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkLines } from '../../../../src/renderer/derive/chunk-lines';
import { laneGroupsOf } from '../../../../src/renderer/derive/lane-groups';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { SlotLanes } from '../../../../src/renderer/derive/slot-lanes';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import { makeFacts, makeRun } from '../../../fixtures/make-run';

const facts = makeFacts({ tasks: 90, workers: 3, chunksize: 3, depth: 2, crash: 1 });

function slotsOf({ data }: Facts): SlotLanes {
  const slots = new SlotLanes(data);
  slots.update(Number.POSITIVE_INFINITY);
  return slots;
}

function linesOf({ data }: Facts): ChunkLines {
  const lines = new ChunkLines(data);
  lines.update(Number.POSITIVE_INFINITY);
  return lines;
}

describe('lanes of slots', () => {
  it('hold the lives and the work of every process that had the slot', () => {
    const slots = slotsOf(facts);
    const index = runIndexOf(facts);
    expect(slots.order).toEqual([0, 1, 2]);
    const crashed = slots.get(1);
    expect(crashed?.workers.length).toBe(2);
    expect([...(crashed?.crashes.tail(0) ?? [])]).toEqual([1]);
    for (const key of slots.order) {
      const { workers, lane, lives } = slots.get(key) ?? {};
      const rows = [...(workers?.tail(0) ?? [])].flatMap((worker) => [...(index.lanes[worker]?.rows.tail(0) ?? [])]);
      expect([...(lane?.rows.tail(0) ?? [])]).toEqual(rows.sort((a, b) => a - b));
      expect(lives?.length).toBe(workers?.length);
      for (const row of rows) expect(slots.keyOf(row)).toBe(key);
    }
  });

  it('have as much time of each phase as their workers together', () => {
    const slots = slotsOf(facts);
    const index = runIndexOf(facts);
    for (const key of slots.order) {
      const { workers, lane } = slots.get(key) ?? {};
      for (const part of [0, 1, 2]) {
        const sum = [...(workers?.tail(0) ?? [])].reduce(
          (all, own) => all + (index.lanes[own]?.work.total(part) ?? 0),
          0,
        );
        expect(lane?.work.total(part)).toBeCloseTo(sum, 3);
      }
    }
  });
});

describe('lines of chunks', () => {
  /** From sent to received, or to the death of the worker. */
  const extents = ({ data }: Facts, lines: ChunkLines) =>
    lines.order.map((key) => {
      const lane = lines.lane(key);
      return [...(lane?.chunkFirsts.tail(0) ?? [])].map((_, chunk) => {
        const moments = lane?.chunks.momentsOf(chunk) ?? [];
        return [
          moments[0] ?? 0,
          moments[3] ?? 0,
          data.table.columns.chunk[lane?.chunkFirsts.array[chunk] ?? 0],
        ] as const;
      });
    });

  it('let no two chunks overlap, leave none out, and are as few as there are chunks at one moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: -1, max: 2 }),
        fc.nat(100),
        (workers, chunksize, depth, crash, seed) => {
          const run = makeFacts({ tasks: 60, workers, chunksize, depth, crash, seed });
          const lines = linesOf(run);
          const all = extents(run, lines);
          for (const line of all) {
            for (const [index, [begin]] of line.entries())
              expect(begin).toBeGreaterThanOrEqual(line[index - 1]?.[1] ?? 0);
          }
          const flat = all.flat();
          expect(new Set(flat.map(([, , chunk]) => chunk)).size).toBe(lines.chunks);
          const most = Math.max(...flat.map(([at]) => flat.filter(([from, to]) => from <= at && at < to).length));
          expect(lines.order.length).toBe(most);
          for (let row = 0; row < run.data.table.length; row++) expect(lines.keyOf(row)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('let none overlap while they come in, however the batches fall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(100), (batchMs, seed) => {
        const store = createFactsStore();
        let lines: ChunkLines | undefined;
        for (const event of makeRun({ tasks: 60, workers: 3, chunksize: 2, depth: 2, batchNs: batchMs * 1e6, seed })) {
          takeEvent(store, event);
          if (store.getState().data.table.length === 0) continue;
          lines ??= new ChunkLines(store.getState().data);
          lines.update(7);
        }
        lines?.update(Number.POSITIVE_INFINITY);
        for (const line of extents(store.getState(), lines as ChunkLines)) {
          for (const [index, [begin]] of line.entries())
            expect(begin).toBeGreaterThanOrEqual(line[index - 1]?.[1] ?? 0);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('lanes by grouping', () => {
  it('are the same object until another grouping is asked for', () => {
    const first = laneGroupsOf(facts, 'slot');
    expect(laneGroupsOf(facts, 'slot')).toBe(first);
    expect(laneGroupsOf(facts, 'worker').order).toEqual(runIndexOf(facts).order);
    expect(laneGroupsOf(facts, 'slot')).not.toBe(first);
  });

  it('sort a long run out over several calls', () => {
    const long = makeFacts({ tasks: 100_000, workers: 2, chunksize: 100, meanNs: 1e5 });
    let calls = 1;
    for (let groups = laneGroupsOf(long, 'chunk'); groups.unfinished; calls++) groups = laneGroupsOf(long, 'chunk');
    expect(calls).toBe(7);
  });
});
