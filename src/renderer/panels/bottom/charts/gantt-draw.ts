/** Draws tasks over time into a strip of pixels: each as a bar of its phases, or bands of many as stacks of shares. */
import { INTERVALS } from '../../../../shared/phases';
import { MOMENTS } from '../../../../shared/telemetry';
import { type Gantt, openUntil } from '../../../derive/charts/gantt';
import { GANTT_PARTS, type GanttPart, PART_OF_INTERVAL, type TaskGrid } from '../../../derive/charts/task-grid';
import type { Facts } from '../../../store/facts';
import type { Paint } from '../../../timeline/paint';
import type { PixelStrip } from '../../../timeline/pixel-strip';
import { drawStacks } from '../../../timeline/stack-columns';
import type { Theme } from '../../../timeline/theme';

/** The strip in device pixels, and the time along it. */
export interface GanttStrip {
  readonly strip: PixelStrip;
  readonly startNs: number;
  readonly nsPerPx: number;
}

const PAINTS: Readonly<Record<GanttPart, keyof Theme['paints']>> = {
  queueWait: 'queueWait',
  dumps: 'dumps',
  flight: 'flight',
  loads: 'loads',
  run: 'run',
  orderWait: 'orderWait',
};
/** What is done stands below, what is waited for on top of it. */
const ORDER = (['run', 'loads', 'dumps', 'flight', 'orderWait', 'queueWait'] as const).map((part) =>
  GANTT_PARTS.indexOf(part),
);
/** Width of a column of shares, in device pixels. */
export const COLUMN_PX = 2;

const paintsOf = ({ paints }: Theme): Paint[] => GANTT_PARTS.map((part) => paints[PAINTS[part]]);

/** Lines of a band or task on a strip: [y0, y1). */
export function linesOf(position: number, count: number, height: number): { y0: number; y1: number } {
  const y0 = Math.round((position * height) / count);
  const y1 = Math.max(y0 + 1, Math.round(((position + 1) * height) / count));
  // Where there is room, a line is left between them.
  return { y0, y1: y1 - y0 >= 8 ? y1 - 1 : y1 };
}

export function drawTasks(
  { strip, startNs, nsPerPx }: GanttStrip,
  theme: Theme,
  { fromTask, toTask, rows }: Gantt,
  facts: Facts,
): void {
  const { columns } = facts.data.table;
  const paints = paintsOf(theme);
  const moments = MOMENTS.map((moment) => columns[moment]);
  // Waiting first: what is shorter than a pixel is work, and gets one on top of it.
  for (const waiting of [true, false]) {
    for (const row of rows ?? []) {
      const { y0, y1 } = linesOf((columns.task[row] ?? 0) - fromTask, toTask - fromTask, strip.height);
      for (let interval = 0; interval < INTERVALS.length; interval++) {
        const part = PART_OF_INTERVAL[interval] ?? 0;
        const paint = paints[part];
        const begin = moments[interval]?.[row] ?? Number.NaN;
        const known = moments[interval + 1]?.[row] ?? Number.NaN;
        const end = Number.isNaN(known) ? openUntil(facts, row) : known;
        if (paint === undefined || isWait(part) !== waiting || !(end > begin)) continue;
        const at = (begin - startNs) / nsPerPx;
        const x0 = clip(at, strip.width);
        const x1 = clip((end - startNs) / nsPerPx, strip.width);
        if (x1 > x0) strip.rect(x0, x1, y0, y1, paint);
        else if (!waiting && at >= 0 && at < strip.width) strip.rect(Math.floor(at), Math.floor(at) + 1, y0, y1, paint);
      }
    }
  }
}

const isWait = (part: number): boolean => GANTT_PARTS[part] === 'queueWait' || GANTT_PARTS[part] === 'orderWait';

function clip(x: number, width: number): number {
  return Math.round(Math.min(Math.max(x, 0), width));
}

let shares = new Float32Array(0);

export function drawBands({ strip, startNs, nsPerPx }: GanttStrip, theme: Theme, grid: TaskGrid): void {
  const paints = paintsOf(theme);
  const count = Math.ceil(strip.width / COLUMN_PX);
  const parts = GANTT_PARTS.length;
  const { bands } = grid.options;
  if (shares.length < count * parts) shares = new Float32Array(count * parts);
  for (let band = 0; band < bands; band++) {
    grid.shares(band, startNs, nsPerPx * COLUMN_PX, count, shares);
    const lines = linesOf(band, bands, strip.height);
    drawStacks(
      strip,
      { band: lines, paints, order: ORDER, stackFrom: 'bottom', gap: null },
      shares,
      parts,
      count,
      0,
      COLUMN_PX,
    );
  }
}
