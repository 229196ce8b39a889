/** The lane of one worker process: its life from spawn to exit, its tasks, its messages in flight, what went wrong. */
import { laneWord } from '../../../shared/worker-words';
import { workerStateAt } from '../../derive/as-of/worker-state-at';
import { workerState } from '../../derive/worker-state';
import { workerLaneTruth } from '../../truth/lane-truth';
import { drawGutter, drawLabel } from '../labels';
import { laneBands } from '../lane-bands';
import { drawFolded, drawStateMark } from '../marks';
import { type Context2D, type Frame, GUTTER, type LaneTrack } from '../track';
import { drawCrash, drawFailures, drawNumbers, drawOutlines } from './lane-marks';
import { nearestWorkerEdge } from './worker-edges';
import { hitWorker } from './worker-hit';
import { drawLife, rasterLane } from './worker-raster';

const NORMAL_HEIGHT = 28;

export function workerTrack(worker: number, height = NORMAL_HEIGHT): LaneTrack {
  const bands = laneBands(height);
  const track: LaneTrack = {
    id: `worker-${worker}`,
    truth: workerLaneTruth,
    key: worker,
    height,
    bands,
    owns: (row, { facts }) => facts.data.table.columns.worker[row] === worker,
    workers: () => [worker],
    showsWorker: (other) => other === worker,
    draw(ctx, frame, top) {
      const lane = frame.index.lanes[worker];
      const wide = rasterLane(ctx, frame, top, bands, lane, (grid) => drawLife(frame, grid, bands, worker));
      if (lane !== undefined) {
        drawNumbers(ctx, frame, top, bands, lane, wide);
        drawFailures(ctx, frame, top, bands, lane);
        drawOutlines(ctx, frame, top, track, lane);
      }
      const exit = frame.facts.data.workers[worker]?.exit;
      if (exit?.kind === 'crashed') drawCrash(ctx, frame, top, bands, exit.at);
      drawWorkerLabel(ctx, frame, top, worker, height);
    },
    hit: (x, y, frame) => (x < GUTTER ? null : hitWorker(x, y, frame, worker, bands)),
    nearestEdge: (atNs, reachNs, frame) => nearestWorkerEdge(atNs, reachNs, frame, worker),
  };
  return track;
}

function drawWorkerLabel(ctx: Context2D, frame: Frame, top: number, worker: number, height: number): void {
  drawGutter(ctx, frame, top, height);
  const record = frame.facts.data.workers[worker];
  const { flights, textPx } = laneBands(height);
  if (flights === null) drawFolded(ctx, frame, 16, top + height / 2 - 0.5);
  if (record === undefined || textPx === 0) return;
  const { facts, index, asOfNs } = frame;
  const { columns } = facts.data.table;
  const lane = index.lanes[worker];
  const replayed = asOfNs !== Number.POSITIVE_INFINITY;
  const state = replayed ? workerStateAt(record, lane, columns, asOfNs) : workerState(record, lane, columns);
  if (state === null) {
    drawLabel(ctx, frame, top, height, { text: '…', note: 'not started', mono: true, px: textPx });
    return;
  }
  drawStateMark(ctx, frame, state, 16, top + height / 2);
  drawLabel(ctx, frame, top, height, {
    text: laneWord(record) ?? '…',
    note: state,
    mono: true,
    px: textPx,
    ...(state === 'crashed' ? { noteColor: frame.theme.colors.danger } : {}),
  });
}
