import { describe, expect, it } from 'vitest';
import { type AnyGroups, laneGroupsOf } from '../../../../src/renderer/derive/lane-groups';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { fitViewport } from '../../../../src/renderer/store/view';
import { type Step, type StepLanes, stepFrom } from '../../../../src/renderer/timeline/span-steps';
import { makeFacts } from '../../../fixtures/make-run';

const facts = makeFacts({ tasks: 24, workers: 3, chunksize: 2 });
const index = runIndexOf(facts);
const viewport = fitViewport({ originNs: 0, endNs: facts.now });
const lanesOf = (groups: AnyGroups): StepLanes => ({
  order: groups.order,
  lane: (key) => groups.lane(key),
  keyOf: (row) => groups.keyOf(row),
});
const { worker } = facts.data.table.columns;
const go = (row: number | null, step: Step): number | null =>
  stepFrom(row, step, lanesOf(laneGroupsOf(facts, 'worker')), viewport);

describe('going from span to span with the keyboard', () => {
  it('begins with the first task of the first lane', () => {
    expect(go(null, 'next')).toBe(index.lanes[0]?.rows.array[0]);
  });

  it('reaches every task of a lane in the order in which they ran, there and back', () => {
    const lane = index.lanes[1];
    const rows = [...(lane?.rows.tail(0) ?? [])];
    const there: number[] = [rows[0] ?? 0];
    while (there.length < rows.length) there.push(go(there.at(-1) ?? 0, 'next') ?? 0);
    expect(there).toEqual(rows);
    expect(go(rows.at(-1) ?? 0, 'next')).toBe(rows.at(-1));
    expect(go(rows[1] ?? 0, 'previous')).toBe(rows[0]);
    expect(go(rows[0] ?? 0, 'previous')).toBe(rows[0]);
  });

  it('goes to the lane above or below at about the same time', () => {
    const row = index.lanes[1]?.rows.array[2] ?? 0;
    const below = go(row, 'down') ?? 0;
    expect(worker[below]).toBe(2);
    expect(worker[go(row, 'up') ?? 0]).toBe(0);
    expect(go(below, 'down')).toBe(below);
    const lane = index.lanes[2];
    const begin = index.lanes[1]?.beginOf(row) ?? 0;
    expect(lane?.work.firstEndingAfter(begin)).toBe(lane?.rows.tail(0).indexOf(below));
  });
});

describe('going from span to span while a run is replayed', () => {
  const lanes = lanesOf(laneGroupsOf(facts, 'worker'));
  const begin = (row: number | null): number => index.lanes[worker[row ?? -1] ?? -1]?.beginOf(row ?? -1) ?? Number.NaN;
  const moments = Array.from({ length: 200 }, (_, at) => (facts.now * at) / 199);

  it('never leads to a task that is still to come', () => {
    for (const asOfNs of moments) {
      for (const step of ['next', 'previous', 'up', 'down'] as const) {
        for (const from of [null, ...Array.from({ length: 24 }, (_, row) => row)]) {
          const to = stepFrom(from, step, lanes, viewport, asOfNs);
          if (to !== from) expect(begin(to), `${step} from ${from} at ${asOfNs}`).toBeLessThanOrEqual(asOfNs);
        }
      }
    }
  });

  it('goes as far as the task under way, and back from what a scrub left behind', () => {
    const rows = [...(index.lanes[1]?.rows.tail(0) ?? [])];
    const [first = 0, second = 0, third = 0] = rows;
    const asOfNs = begin(second) + 1;
    expect(stepFrom(first, 'next', lanes, viewport, asOfNs)).toBe(second);
    expect(stepFrom(second, 'next', lanes, viewport, asOfNs)).toBe(second);
    expect(stepFrom(rows.at(-1) ?? 0, 'previous', lanes, viewport, asOfNs)).toBe(second);
    expect(stepFrom(third, 'previous', lanes, viewport, begin(third))).toBe(second);
    expect(stepFrom(null, 'next', lanes, viewport, 0)).toBeNull();
  });
});
