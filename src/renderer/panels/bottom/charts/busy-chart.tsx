/** What each worker did with its time: a bar for each, in the order of the lanes. */
import { formatCount, formatPercent } from '../../../../shared/format';
import { BUSY_PARTS, busyShares } from '../../../derive/charts/busy-shares';
import { workerRows } from '../../../derive/charts/rows-of';
import { BottomAxis } from './axis';
import { BUSY_SWATCHES, busyText } from './busy-words';
import type { ChartPictureProps } from './chart-kind';
import { ChartSurface } from './chart-surface';
import type { Mark } from './marks';
import { TexturedRect, Textures } from './patterns';

const LEFT = 72;
const RIGHT = 88;
const TOP = 4;
const LEAST_PX = 20;
const MOST_PX = 36;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

export function BusyChart({ facts, scope, selection, width, height }: ChartPictureProps) {
  const { workers, stretchNs, leftOut } = busyShares(facts, scope);
  const footPx = 20;
  const room = (height - TOP - footPx) / Math.max(1, workers.length);
  const rowPx = Math.floor(Math.min(MOST_PX, Math.max(LEAST_PX, room)));
  const barPx = rowPx - 6;
  const bottom = TOP + rowPx * workers.length;
  const plotPx = Math.max(1, width - LEFT - RIGHT);
  const toX = (share: number): number => LEFT + share * plotPx;
  const column = facts.data.table.columns.worker;
  const chosen = new Set(selection.map((row) => column[row]));
  const marks = workers.map(
    (share, at): Mark => ({
      key: share.worker,
      x: LEFT,
      y: TOP + at * rowPx + 3,
      width: plotPx,
      height: barPx,
      text: () => busyText(share, stretchNs),
      rows: () => workerRows(facts, scope, share.worker),
    }),
  );
  return (
    <ChartSurface
      label={`What each of ${formatCount(workers.length)} workers did with its time`}
      marks={marks}
      width={width}
      height={bottom + footPx + (leftOut > 0 ? 20 : 0)}
      testId="chart-busy"
    >
      <svg className="chart-svg" width={width} height={bottom + footPx + (leftOut > 0 ? 20 : 0)} aria-hidden="true">
        <Textures>
          <BottomAxis
            ticks={TICKS.map((share) => ({ at: toX(share), text: formatPercent(share) }))}
            left={LEFT}
            right={LEFT + plotPx}
            top={TOP}
            bottom={bottom}
          />
          {workers.map(({ worker, pid, ns }, at) => {
            const y = TOP + at * rowPx + 3;
            let x = 0;
            return (
              <g key={worker} data-worker={worker}>
                <text className="chart-mono" x={LEFT - 8} y={y + barPx / 2 + 4} textAnchor="end">
                  {pid ?? worker}
                </text>
                {BUSY_PARTS.map((part) => {
                  const share = stretchNs > 0 ? ns[part] / stretchNs : 0;
                  const from = x;
                  x += share;
                  return (
                    <TexturedRect
                      key={part}
                      swatch={BUSY_SWATCHES[part]}
                      part={part}
                      x={toX(from)}
                      y={y}
                      width={share * plotPx}
                      height={barPx}
                    />
                  );
                })}
                {chosen.has(worker) && (
                  <>
                    <rect className="chart-chosen" x={LEFT - 1} y={y - 1} width={x * plotPx + 2} height={barPx + 2} />
                    <path className="chart-flag" d={`M${LEFT - 6} ${y + barPx / 2 - 5}l6 5l-6 5z`} />
                  </>
                )}
                <text x={LEFT + plotPx + 8} y={y + barPx / 2 + 4}>
                  run {formatPercent(stretchNs > 0 ? ns.run / stretchNs : Number.NaN)}
                </text>
              </g>
            );
          })}
          {leftOut > 0 && (
            <text className="chart-axis-title" x={LEFT} y={bottom + footPx + 14}>
              and {formatCount(leftOut)} more workers
            </text>
          )}
        </Textures>
      </svg>
    </ChartSurface>
  );
}
