import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliveOverTime } from '../../../../../src/main/experiments/spawn-tree/alive-over-time';
import { newRecord, type ProcessRecord, STEPS } from '../../../../../src/main/experiments/spawn-tree/process-record';
import { treeOrder } from '../../../../../src/main/experiments/spawn-tree/tree-order';
import { treePicture } from '../../../../../src/main/experiments/spawn-tree/tree-picture';

/** A process that was started at a time, with what else is known of it. */
function made(index: number, parent: number | null, startedAt: number, more: Partial<ProcessRecord> = {}) {
  const depth = parent === null ? 0 : 1;
  return { ...newRecord({ index, parent, depth, askedAt: startedAt - 1, startedAt }), pid: 100 + index, ...more };
}

/** Trees in which each process was asked for by an earlier one, and lived for a while. */
const trees = fc
  .array(fc.record({ parent: fc.nat(), lived: fc.integer({ min: 0, max: 50 }), steps: fc.nat(STEPS.length) }), {
    minLength: 1,
    maxLength: 64,
  })
  .map((made) =>
    made.reduce<ProcessRecord[]>((records, { parent, lived, steps }, index) => {
      const asker = index === 0 ? null : (records[parent % index] ?? null);
      const startedAt = index * 7;
      const record = newRecord({
        index,
        parent: asker?.index ?? null,
        depth: asker === null ? 0 : asker.depth + 1,
        askedAt: startedAt,
        startedAt,
      });
      for (const [place, step] of STEPS.slice(1, steps).entries()) record.steps.push({ step, at: startedAt + place });
      record.endedAt = lived === 0 ? null : startedAt + STEPS.length + lived;
      records.push(record);
      return records;
    }, []),
  );

describe('the picture of a tree', () => {
  it('has a lane for each process, each below the one that asked for it and above the children of others', () => {
    fc.assert(
      fc.property(trees, (records) => {
        const order = treeOrder(records);
        expect(new Set(order)).toEqual(new Set(records));
        for (const [place, { parent, depth }] of order.entries()) {
          // The nearest one above that is one less deep is its parent.
          const above = order.slice(0, place).findLast((other) => other.depth === depth - 1);
          expect(above?.index ?? null).toBe(parent);
        }
      }),
    );
  });

  it('shows every step of every process, in order, none over another, and an arrow for each child', () => {
    fc.assert(
      fc.property(trees, (records) => {
        const picture = treePicture(records, 64, 10_000);
        expect(picture?.lanes).toHaveLength(records.length);
        expect(picture?.flows?.toLane.length ?? 0).toBe(records.length - 1);
        for (const { begin, end, rows } of picture?.lanes ?? []) {
          for (let slice = 1; slice < (rows[1] ?? 0); slice++) {
            expect(begin[slice]).toBeGreaterThanOrEqual(end[slice - 1] ?? Number.NaN);
          }
        }
        const steps = records.reduce((sum, { steps }) => sum + steps.length, 0);
        expect(picture?.lanes.reduce((sum, { begin }) => sum + begin.length, 0)).toBe(steps);
      }),
    );
  });

  it('counts who is alive as one would by hand', () => {
    fc.assert(
      fc.property(trees, (records) => {
        const { at, alive } = aliveOverTime(records);
        for (const [place, time] of at.entries()) {
          // Of several changes at one time the last one counts.
          if (at[place + 1] === time) continue;
          const there = records.filter(({ startedAt, endedAt }) => startedAt <= time && (endedAt ?? 1e9) > time);
          expect(alive[place]).toBe(there.length);
        }
      }),
    );
  });

  it('names processes by their PIDs, and draws the cap beside the number that is alive', () => {
    const records = [made(0, null, 0), made(1, 0, 5, { endedAt: 9 })];
    const picture = treePicture(records, 8, 20);
    expect(picture?.lanes.map(({ name, process }) => [name, process])).toEqual([
      ['PID 100', 'the program'],
      ['└ PID 101', 'child of 100'],
    ]);
    expect(picture?.counters[0]?.series.map(({ name, value }) => [name, [...value]])).toEqual([
      ['alive', [1, 2, 1]],
      ['cap', [8]],
    ]);
    expect(picture?.texts.slice(0, 4)).toEqual(['', 'boot', 'import main module', 'start workers']);
  });

  it('marks where a process has raised and where it was refused, in words', () => {
    const raised = { name: 'RuntimeError', message: 'An attempt has been made' };
    const dying = made(1, 0, 5, { raised, refused: { at: 6, why: 'processes' } });
    dying.steps.push({ step: 'error', at: 8 });
    const picture = treePicture([made(0, null, 0), dying], 8, 20);
    const { at, name } = picture?.lanes[1]?.marks ?? { at: [], name: [] };
    expect([...at]).toEqual([6, 8]);
    expect([...name].map((text) => picture?.texts[text])).toEqual([
      'refused: there are as many processes as there may be',
      'RuntimeError: An attempt has been made',
    ]);
  });

  it('is none before the first process', () => {
    expect(treePicture([], 8, 20)).toBeNull();
  });
});
