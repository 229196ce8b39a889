/**
 * The journey of one task as a strip: P, the process that owns the pool, above; W, the worker, below; in between what
 * is in flight. Widths grow with the square root of time, so that a µs stays visible beside a second.
 */

import { formatDuration } from '../../shared/format';
import { INTERVALS, PHASE_LABELS } from '../../shared/phases';
import type { TaskColumns } from '../../shared/telemetry';
import { PHASE_SWATCHES } from '../timeline/phase-swatches';
import { TILE, texturePath } from '../timeline/textures';

const WIDTH = 280;
const LEFT = 20;
const LINES = { caller: { y: 4, height: 20 }, between: { y: 28, height: 8 }, worker: { y: 40, height: 20 } } as const;

interface Piece {
  readonly key: string;
  readonly label: string;
  readonly swatch: (typeof PHASE_SWATCHES)[keyof typeof PHASE_SWATCHES];
  readonly line: (typeof LINES)[keyof typeof LINES];
  readonly x: number;
  readonly width: number;
}

export function JourneyStrip({ columns, row }: { readonly columns: TaskColumns; readonly row: number }) {
  const pieces = journey(columns, row);
  return (
    <figure className="journey">
      <svg viewBox={`0 0 ${LEFT + WIDTH} 64`} role="img" aria-label="Journey of the task between the two processes">
        <text x="0" y="18">
          P
        </text>
        <text x="0" y="54">
          W
        </text>
        {pieces.map(({ key, label, swatch, line, x, width }) => (
          <g key={key}>
            <title>{label}</title>
            <rect x={LEFT + x} y={line.y} width={width} height={line.height} fill={`var(${swatch.color})`} />
            {swatch.texture !== 'solid' && (
              <>
                <pattern id={`journey-${key}`} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
                  <path
                    d={texturePath(swatch.texture)}
                    fill={swatch.texture === 'ticks' ? 'var(--text)' : 'var(--bg)'}
                  />
                </pattern>
                <rect
                  x={LEFT + x}
                  y={line.y}
                  width={width}
                  height={line.height}
                  fill={`url(#journey-${key})`}
                  opacity={swatch.texture === 'ticks' ? 0.35 : 0.6}
                />
              </>
            )}
          </g>
        ))}
      </svg>
      <figcaption>widths: square root of time</figcaption>
    </figure>
  );
}

function journey(columns: TaskColumns, row: number): Piece[] {
  const weights = INTERVALS.map(({ from, to }) =>
    Math.sqrt(Math.max(0, (columns[to][row] ?? 0) - (columns[from][row] ?? 0)) || 0),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  let x = 0;
  return INTERVALS.map(({ phase, from, to, side }, index): Piece => {
    const width = ((weights[index] ?? 0) / sum) * WIDTH;
    const piece = {
      key: from,
      label: `${PHASE_LABELS[phase]} ${formatDuration((columns[to][row] ?? 0) - (columns[from][row] ?? 0))}`,
      swatch: PHASE_SWATCHES[phase],
      line: LINES[side],
      x,
      width,
    };
    x += width;
    return piece;
  }).filter(({ width }) => width > 0);
}
