/** A line of chunks: each from sent to received, with its tasks in it; no two of a line overlap. */

import { formatCount } from '../../../shared/format';
import { upperBoundBy } from '../../derive/binary-search';
import type { ChunkLines } from '../../derive/chunk-lines';
import type { LaneIndex } from '../../derive/lane-index';
import { nearer, nearestEdge } from '../../derive/nearest-edge';
import { chunkLaneTruth } from '../../truth/lane-truth';
import { drawGutter, drawLabel } from '../labels';
import { laneBands } from '../lane-bands';
import { drawFolded } from '../marks';
import { rasterSpans, type StripGrid } from '../span-raster';
import { type Frame, GUTTER, type Hit, type LaneTrack } from '../track';
import { drawFailures, drawNumbers, drawOutlines } from './lane-marks';
import { hitFlight, hitTask } from './worker-hit';
import { bandOf, rasterLane, stretch } from './worker-raster';
import { lastKnown } from './worker-spans';

export function chunkTrack(lines: ChunkLines, key: number, height: number): LaneTrack {
  const bands = laneBands(height);
  const track: LaneTrack = {
    id: `chunks-${key}`,
    truth: chunkLaneTruth,
    key,
    height,
    bands,
    owns: (row) => lines.keyOf(row) === key,
    workers: () => null,
    showsWorker: () => false,
    draw(ctx, frame, top) {
      const lane = lines.lane(key);
      if (lane === undefined) return;
      const wide = rasterLane(ctx, frame, top, bands, lane, (grid) => {
        drawExtents(frame, grid, lane, bandOf(bands.tasks, frame.dpr));
      });
      drawNumbers(ctx, frame, top, bands, lane, wide);
      drawFailures(ctx, frame, top, bands, lane);
      drawOutlines(ctx, frame, top, track, lane);
      drawGutter(ctx, frame, top, height);
      if (bands.flights === null) drawFolded(ctx, frame, 16, top + height / 2 - 0.5);
      if (bands.textPx === 0) return;
      const note = formatCount(sentChunks(frame, lane));
      drawLabel(ctx, frame, top, height, { text: `chunks ${key + 1}`, note, px: bands.textPx });
    },
    hit(x, y, frame) {
      const lane = lines.lane(key);
      if (lane === undefined || x < GUTTER) return null;
      const at = frame.scale.toNs(x);
      const flying = bands.flights !== null && y >= bands.flights.from - 1 ? hitFlight(frame, lane, at) : null;
      return flying ?? hitTask(frame, lane, at) ?? hitChunk(frame, lane, at);
    },
    nearestEdge(atNs, reachNs) {
      const lane = lines.lane(key);
      if (lane === undefined) return Number.NaN;
      return nearer(nearestEdge(lane.work, atNs, reachNs), nearestEdge(lane.chunks, atNs, reachNs), atNs, reachNs);
    },
  };
  return track;
}

/** What tasks lie on: each chunk as a block of its own. */
function drawExtents(frame: Frame, grid: StripGrid, lane: LaneIndex, band: { y0: number; y1: number }): void {
  const { alive, background } = frame.theme.paints;
  const layer = {
    band,
    paints: [alive, alive, alive],
    order: [0, 1, 2],
    gap: background,
    stackFrom: 'bottom',
  } as const;
  rasterSpans(frame.strip, grid, lane.chunks, [layer]);
  const { argsSent, worker } = frame.facts.data.table.columns;
  for (let chunk = lane.chunks.length; chunk < lane.chunkFirsts.length; chunk++) {
    const first = lane.chunkFirsts.array[chunk] ?? 0;
    stretch(frame, grid, band, argsSent[first], lastKnown(frame, worker[first] ?? 0), alive);
  }
}

/** How many chunks of the line had been sent. */
function sentChunks({ facts, asOfNs }: Frame, { chunkFirsts: { array, length } }: LaneIndex): number {
  if (asOfNs === Number.POSITIVE_INFINITY) return length;
  const { argsSent } = facts.data.table.columns;
  return upperBoundBy(length, (chunk) => argsSent[array[chunk] ?? 0] ?? 0, asOfNs);
}

/** A chunk of which no task runs at the moment. */
function hitChunk(frame: Frame, lane: LaneIndex, atNs: number): Hit | null {
  const { argsSent, chunk } = frame.facts.data.table.columns;
  const position = lane.chunks.firstEndingAfter(atNs);
  const first = lane.chunkFirsts.array[position];
  if (first === undefined || position >= lane.chunkFirsts.length || !((argsSent[first] ?? Number.NaN) <= atNs))
    return null;
  return { row: null, merged: 0, text: `chunk ${formatCount(chunk[first] ?? 0)}: none of its tasks runs` };
}
