/** Workers against chunk size: each cell has its wall time, the more colour the quicker, and is a button that uses its set-up. */
import { min, scaleLog } from 'd3';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { formatCount, formatDuration } from '../../../../shared/format';
import type { Forecast, ForecastPoint } from '../../../derive/forecast/forecast';
import type { ForecastGrid as Grid } from '../../../derive/forecast/forecast-grid';
import { Tip } from '../../../ui/tip';
import { isBest, pointWords } from './forecast-words';
import { Sign } from './signs';

interface ForecastGridProps {
  readonly grid: Grid;
  readonly forecast: Forecast;
  apply(point: ForecastPoint): void;
}

/** Share of the accent colour in the quickest cell: text stays readable on it in both themes. */
const DARKEST = 40;
/** Cells so many times as slow as the quickest have none. */
const PALE = 4;
const MOVES: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function ForecastGrid({ grid, forecast, apply }: ForecastGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<readonly [row: number, column: number] | null>(null);
  const { workers, chunksizes, points } = grid;
  const { config } = forecast.run;
  const leastNs = min(points.flat(), ({ wallNs }) => wallNs) ?? 1;
  const shade = scaleLog([leastNs, leastNs * PALE], [DARKEST, 0]).clamp(true);
  const [row, column] = chosen ?? [workers.indexOf(config.processes), chunksizes.indexOf(config.chunksize)];

  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const cells = table.current?.querySelectorAll('tbody tr')[row + move[0]]?.querySelectorAll('button');
    cells?.[column + move[1]]?.focus();
  };

  return (
    <figure className="forecast-figure forecast-both" aria-labelledby="forecast-grid" data-testid="forecast-grid">
      <figcaption id="forecast-grid" className="chart-title">
        By both <span className="chart-stretch">workers down, chunk size across</span>
      </figcaption>
      <table ref={table} className="forecast-grid" aria-labelledby="forecast-grid" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td />
            {chunksizes.map((size) => (
              <th key={size} scope="col">
                {formatCount(size)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((line, down) => (
            <tr key={workers[down]}>
              <th scope="row">{formatCount(workers[down] ?? Number.NaN)}</th>
              {line.map((point, across) => {
                const sign = point.measured ? 'measured' : isBest(point, forecast) ? 'best' : null;
                return (
                  <td key={point.chunksize}>
                    <Tip text={`${pointWords(point, forecast)}. Press to use it.`}>
                      <button
                        type="button"
                        style={{ '--forecast-shade': `${shade(point.wallNs)}%` } as CSSProperties}
                        aria-label={`Use ${pointWords(point, forecast)}`}
                        tabIndex={down === row && across === column ? 0 : -1}
                        onFocus={() => setChosen([down, across])}
                        onClick={() => apply(point)}
                      >
                        {sign !== null && (
                          <svg width={12} height={12} viewBox="0 0 16 16" aria-hidden="true">
                            <Sign kind={sign} x={8} y={8} />
                          </svg>
                        )}
                        {formatDuration(point.wallNs)}
                      </button>
                    </Tip>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
