/** Forecast wall time against workers, and against chunk size, on one scale, with a key to the signs. */
import { max } from 'd3';
import { formatCount } from '../../../../shared/format';
import { pythonChunksize } from '../../../derive/forecast/configurations';
import type { Forecast, ForecastPoint } from '../../../derive/forecast/forecast';
import type { ForecastGrid as Grid } from '../../../derive/forecast/forecast-grid';
import { type Curve, ForecastChart } from './forecast-chart';
import { ForecastGrid } from './forecast-grid';
import { Sign } from './signs';

interface ForecastChartsProps {
  /** null until it is made. */
  readonly grid: Grid | null;
  readonly forecast: Forecast;
  apply(point: ForecastPoint): void;
}

export function ForecastCharts({ grid, forecast, apply }: ForecastChartsProps) {
  const { byWorkers, byChunksize, wallNs, run, tasks } = forecast;
  const { processes, method, chunksize } = run.config;
  const { cores } = run;
  const mostNs = max([...byWorkers, ...byChunksize], (point) => point.wallNs) ?? 0;
  const workers: Curve = {
    id: 'workers',
    title: 'By workers',
    fixed: byWorkers.every(({ auto }) => auto) ? "Python's chunk size" : `chunk size ${formatCount(chunksize)}`,
    axis: 'workers',
    points: byWorkers,
    at: (point) => point.processes,
    turnsFrom: cores + 1,
  };
  const chunks: Curve = {
    id: 'chunksize',
    title: 'By chunk size',
    fixed: `${formatCount(processes)} ${processes === 1 ? 'worker' : 'workers'}; auto is ${formatCount(pythonChunksize(method, tasks, processes))}`,
    axis: 'tasks per chunk',
    points: byChunksize,
    at: (point) => point.chunksize,
    turnsFrom: null,
  };
  return (
    <>
      <div className="forecast-charts">
        {[workers, chunks].map(
          (curve) =>
            curve.points.length > 1 && (
              <ForecastChart
                key={curve.id}
                curve={curve}
                forecast={forecast}
                mostNs={Math.max(mostNs, wallNs)}
                apply={apply}
              />
            ),
        )}
        {grid !== null && grid.points.length > 0 && <ForecastGrid grid={grid} forecast={forecast} apply={apply} />}
      </div>
      <ul className="forecast-key" aria-label="Key">
        <Key sign="forecast" text="forecast" />
        <Key sign="best" text="quickest" />
        <Key sign="measured" text="this run, measured" />
        <Key sign="auto" text="Python's chunk size" />
        <Key sign="turns" text={`more workers than the ${formatCount(cores)} cores`} />
        {grid !== null && grid.points.length > 0 && <li>the more colour the quicker</li>}
      </ul>
    </>
  );
}

function Key({ sign, text }: { readonly sign: Parameters<typeof Sign>[0]['kind']; readonly text: string }) {
  return (
    <li>
      <svg width={16} height={16} aria-hidden="true">
        <Sign kind={sign} x={8} y={8} />
      </svg>
      {text}
    </li>
  );
}
