import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runExtent } from '../../../../src/renderer/derive/run-extent';
import type { Facts } from '../../../../src/renderer/store/facts';
import { fitViewport } from '../../../../src/renderer/store/view';
import { laneBands } from '../../../../src/renderer/timeline/lane-bands';
import { GUTTER } from '../../../../src/renderer/timeline/track';
import { workerTrack } from '../../../../src/renderer/timeline/tracks/worker';
import { outcomeCode } from '../../../../src/shared/telemetry';
import { factsUntil } from '../../../fixtures/facts-until';
import { makeFacts } from '../../../fixtures/make-run';
import { makeFrame } from './make-frame';

const PLOT = 800;
/** Of the tasks of a lane. Messages that take less than a pixel are drawn larger while they are on their way. */
const { from: FIRST, to: LAST } = laneBands(28).tasks;
const LINES = Array.from({ length: LAST - FIRST }, (_, line) => FIRST + line);

/** Columns of merged spans are so wide: where the playhead stands in one, the live one holds the past alone. */
const EDGE_PX = 4;

/** What stands on each line of a track, run by run, up to the moment. */
function linesOf(facts: Facts, whole: Facts, worker: number, atNs: number, asOfNs?: number): unknown[] {
  const view = { viewport: fitViewport(runExtent(whole)) };
  const { frame, recorder, surface } = makeFrame(facts, view, PLOT, asOfNs);
  workerTrack(worker).draw(recorder.context, frame, 0);
  const edge = Math.floor(frame.scale.toX(atNs) - GUTTER) - EDGE_PX;
  return LINES.map((y) => upTo(surface.line(y), edge));
}

function upTo(runs: readonly [name: string, length: number][], width: number): [string, number][] {
  const kept: [string, number][] = [];
  let left = width;
  for (const [name, length] of runs) {
    if (left <= 0) break;
    kept.push([name, Math.min(left, length)]);
    left -= length;
  }
  return kept;
}

/** A task has failed, and its message has not come: a window does not know of it yet, and a replay shows it. */
function hidesFailure({ data: { table } }: Facts, atNs: number): boolean {
  const { outcome, runEnd, resultReceived } = table.columns;
  for (let row = 0; row < table.length; row++) {
    const failed = outcome[row] === outcomeCode.failed && (runEnd[row] ?? Number.NaN) <= atNs;
    if (failed && (resultReceived[row] ?? 0) > atNs) return true;
  }
  return false;
}

describe('a lane as of a moment', () => {
  it('has the pixels that it has in a window that knows no more', () => {
    const options = fc.record({
      tasks: fc.integer({ min: 1, max: 40 }),
      workers: fc.integer({ min: 1, max: 3 }),
      chunksize: fc.integer({ min: 1, max: 4 }),
      depth: fc.integer({ min: 1, max: 2 }),
      failEvery: fc.constantFrom(3, 1000),
      crash: fc.constantFrom(-1, 0),
      seed: fc.nat(1000),
    });
    fc.assert(
      fc.property(
        options,
        fc.integer({ min: 0, max: 10_000 }).map((part) => part / 10_000),
        (made, share) => {
          const facts = makeFacts(made);
          const { originNs, endNs } = runExtent(facts);
          const at = originNs + (endNs - originNs) * share;
          fc.pre(!hidesFailure(facts, at));
          const live = factsUntil(facts, at);
          for (const { index: worker } of live.data.workers) {
            expect(linesOf(facts, facts, worker, at, at)).toEqual(linesOf(live, facts, worker, at));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
