/** The upper part of a heat, on the clock: what each worker ran, and how many results waited for the caller. */
import type { Heat } from '../../derive/race/heat';
import { clockX, type HeatBox } from '../../derive/race/race-layout';
import { coarseSteps, waitingSteps } from '../../derive/race/waiting-steps';
import type { Context2D } from '../../timeline/track';
import type { RacePicture } from './draw-race';
import { hatch, outline, type Ramp } from './race-ink';

export function drawLanes(ctx: Context2D, picture: RacePicture, box: HeatBox, heat: Heat, ramp: Ramp): void {
  const { colors, endNs, marked } = picture;
  const { rows, workers, lengthNs } = heat;
  const height = Math.max(1, box.laneHeight - 2);
  /** How far each lane is drawn: of tasks within one pixel the first is enough. */
  const drawn = new Float64Array(box.slots);
  for (let row = 0; row < rows.length; row++) {
    const begin = rows.begin[row] ?? Number.NaN;
    if (Number.isNaN(begin)) continue;
    const task = rows.task[row] ?? 0;
    const end = rows.end[row] ?? Number.NaN;
    const x = clockX(box, endNs, Math.max(0, begin));
    const width = Math.max(1, clockX(box, endNs, Number.isNaN(end) ? lengthNs : end) - x);
    const slot = workers[rows.worker[row] ?? 0]?.slot ?? 0;
    const failed = rows.failed[row] === 1;
    if (x + width - (drawn[slot] ?? 0) < 1 && !failed && task !== marked) continue;
    drawn[slot] = x + width;
    const y = box.lanesY + slot * box.laneHeight + 1;
    ctx.fillStyle = failed ? colors.error : ramp(task);
    ctx.fillRect(x, y, width > 3 ? width - 1 : width, height);
    if (task === marked) outline(ctx, colors, x, y, width, height);
  }
}

/** Results that are complete and not with the caller, as a hatched hill. */
export function drawWaiting(ctx: Context2D, { colors, endNs }: RacePicture, box: HeatBox, heat: Heat): void {
  const steps = coarseSteps(waitingSteps(heat), endNs / box.plotWidth);
  const floor = box.waitY + box.waitHeight;
  ctx.fillStyle = colors.hairline;
  ctx.fillRect(box.plotX, floor - 1, box.plotWidth, 1);
  for (const [index, { at, waiting }] of steps.entries()) {
    if (waiting === 0) continue;
    const x = clockX(box, endNs, at);
    const right = clockX(box, endNs, steps[index + 1]?.at ?? heat.lengthNs);
    const height = Math.max(2, (waiting / Math.max(1, heat.tasks)) * box.waitHeight);
    ctx.fillStyle = colors.queueWait;
    ctx.fillRect(x, floor - height, right - x, height);
    hatch(ctx, colors, x, floor - height, right - x, height);
  }
}
