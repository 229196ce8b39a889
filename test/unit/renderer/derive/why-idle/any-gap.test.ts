import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import { LaneGaps } from '../../../../../src/renderer/derive/why-idle/lane-gaps';
import { SHORT_NS } from '../../../../../src/renderer/derive/why-idle/short-gap';
import { whyIdle } from '../../../../../src/renderer/derive/why-idle/why-idle';
import type { Facts } from '../../../../../src/renderer/store/facts';
import type { Gap } from '../../../../../src/renderer/store/view';
import { nanos } from '../../../../../src/shared/units';
import { type MakeRunOptions, makeFacts } from '../../../../fixtures/make-run';

const runs = fc.record({
  tasks: fc.integer({ min: 1, max: 120 }),
  workers: fc.integer({ min: 1, max: 5 }),
  chunksize: fc.integer({ min: 1, max: 7 }),
  depth: fc.integer({ min: 1, max: 3 }),
  failEvery: fc.constantFrom(3, 10, 1000),
  crash: fc.constantFrom(-1, 0, 1),
  seed: fc.nat(1000),
  batchNs: fc.constantFrom(20e6, 90e6),
  stopAfter: fc.constantFrom(1, 3, 6, 1000),
}) satisfies fc.Arbitrary<MakeRunOptions>;

/** Every gap of a lane, found the slow way: what is left of its life when the time of every row is taken out. */
function slowGaps({ data, now, ended }: Facts, worker: number): readonly (readonly [number, number])[] {
  const record = data.workers[worker];
  if (record === undefined) return [];
  const { columns, length } = data.table;
  const lifeEnd = record.exit?.at ?? Math.max(now, ended?.at ?? 0);
  const ready = record.readyAt ?? lifeEnd;
  const busy: [number, number][] = [];
  for (let row = 0; row < length; row++) {
    const begin = columns.argsLoadsBegin[row] ?? Number.NaN;
    if (columns.worker[row] !== worker || Number.isNaN(begin)) continue;
    busy.push([begin, columns.resultDumpsEnd[row] || columns.runEnd[row] || lifeEnd]);
  }
  busy.sort((a, b) => a[0] - b[0]);
  const gaps: [number, number][] = [[record.spawnedAt, ready]];
  let at = ready;
  for (const [begin, end] of busy) {
    gaps.push([at, begin]);
    at = Math.max(at, end);
  }
  gaps.push([at, lifeEnd]);
  return gaps.filter(([from, to]) => to - from >= SHORT_NS);
}

describe('any gap of any run', () => {
  it('is found by going from gap to gap, forwards and backwards', () => {
    fc.assert(
      fc.property(runs, (options) => {
        const facts = makeFacts(options);
        const index = runIndexOf(facts);
        for (const worker of facts.data.workers.keys()) {
          const gaps = LaneGaps.of(facts, index, worker);
          const alive = facts.data.workers[worker]?.exit?.at ?? Number.POSITIVE_INFINITY;
          const found: Gap[] = [];
          for (let gap = gaps?.from(Number.NEGATIVE_INFINITY) ?? null; gap; gap = gaps?.beside(gap, 1) ?? null) {
            if (gap.startNs < alive) found.push(gap);
          }
          const spans = found.map(({ startNs, endNs }) => [startNs, endNs] as const);
          expect(spans).toEqual(slowGaps(facts, worker));
          const back: Gap[] = [];
          for (let gap = found.at(-1) ?? null; gap; gap = gaps?.beside(gap, -1) ?? null) back.unshift(gap);
          expect(back).toEqual(found);
          for (const gap of found) expect(gaps?.at((gap.startNs + gap.endNs) / 2)).toEqual(gap);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('gets one sentence, shares that add up to it, and evidence that lies within the run', () => {
    fc.assert(
      fc.property(runs, (options) => {
        const facts = makeFacts(options);
        const index = runIndexOf(facts);
        const { originNs, endNs } = runExtent(facts);
        for (const worker of facts.data.workers.keys()) {
          const gaps = LaneGaps.of(facts, index, worker);
          for (let gap = gaps?.from(Number.NEGATIVE_INFINITY) ?? null; gap; gap = gaps?.beside(gap, 1) ?? null) {
            const { sentence, shares, gapNs, evidence } = whyIdle(facts, index, gap);
            expect(sentence).toMatch(/^[A-Z][^\n]*[^.]\.$/);
            expect(sentence).not.toMatch(/NaN|undefined|–|-\d/);
            const sum = shares.reduce((total, { ns }) => total + ns, 0);
            expect(sum).toBeCloseTo(gapNs, -2);
            for (const span of evidence) {
              expect(span.startNs).toBeGreaterThanOrEqual(originNs);
              expect(span.endNs).toBeLessThanOrEqual(endNs);
              expect(span.endNs).toBeGreaterThanOrEqual(span.startNs);
            }
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it('is answered even where it is none at all', () => {
    const wild = fc.oneof(fc.double(), fc.integer({ min: -1e9, max: 3e9 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(runs, fc.integer({ min: -1, max: 9 }), wild, wild, (options, worker, from, to) => {
        const facts = makeFacts(options);
        const gap = { worker, startNs: nanos(from), endNs: nanos(to) };
        expect(whyIdle(facts, runIndexOf(facts), gap).sentence).toMatch(/\.$/);
      }),
      { numRuns: 100 },
    );
  });
});
