/** The forecast as a table, and below it how earlier forecasts did. */
import { formatCount, formatDuration } from '../../../../shared/format';
import type { Forecast, ForecastPoint } from '../../../derive/forecast/forecast';
import type { ForecastGrid } from '../../../derive/forecast/forecast-grid';
import type { ForecastCheck } from '../../../store/forecast';
import { Button } from '../../../ui/button';
import { ChartTable, type TableColumn } from '../charts/chart-table';
import { againstWords, errorSentence, isBest, setupWords } from './forecast-words';

export const FORECAST_COLUMNS: readonly TableColumn[] = [
  { name: 'Workers' },
  { name: 'Chunk size' },
  { name: 'Wall', method: 'forecast' },
  { name: 'Against this run', method: 'forecast', align: 'left' },
  { name: 'Use it', align: 'left' },
];

interface ForecastTableProps {
  readonly grid: ForecastGrid | null;
  readonly forecast: Forecast;
  apply(point: ForecastPoint): void;
}

export function ForecastTable({ grid, forecast, apply }: ForecastTableProps) {
  const { byWorkers, byChunksize, replayNs } = forecast;
  const inGrid = grid?.points.flat() ?? [];
  const points = new Map([...inGrid, ...byChunksize, ...byWorkers].map((point) => [setupWords(point), point]));
  const sorted = [...points.values()].sort((a, b) => a.processes - b.processes || a.chunksize - b.chunksize);
  return (
    <ChartTable
      caption="Forecast wall time by workers and chunk size"
      columns={FORECAST_COLUMNS}
      lines={sorted.map((point) => ({
        key: setupWords(point),
        cells: [
          formatCount(point.processes),
          `${formatCount(point.chunksize)}${point.auto ? ' (auto)' : ''}`,
          formatDuration(point.wallNs),
          [
            point.measured ? 'the run as it was' : againstWords(point.wallNs, replayNs),
            ...(isBest(point, forecast) ? ['quickest'] : []),
          ].join(', '),
          <Button
            key="use"
            className="bottom-kill"
            aria-label={`Use ${setupWords(point)}`}
            onClick={() => apply(point)}
          >
            Use
          </Button>,
        ],
      }))}
    />
  );
}

export const CHECK_COLUMNS: readonly TableColumn[] = [
  { name: 'Run' },
  { name: 'Set up as', align: 'left' },
  { name: 'Forecast before it', method: 'forecast' },
  { name: 'Wall', method: 'wall' },
  { name: 'Error', align: 'left', method: 'forecast.error' },
];

export function ChecksTable({ checks }: { readonly checks: readonly ForecastCheck[] }) {
  if (checks.length === 0) return null;
  return (
    <ChartTable
      caption="Forecasts that a run has put to the test"
      columns={CHECK_COLUMNS}
      lines={[...checks].reverse().map((check) => ({
        key: check.runId,
        cells: [
          formatCount(check.runId),
          setupWords(check),
          formatDuration(check.wallNs),
          formatDuration(check.measuredNs),
          errorSentence(check.wallNs, check.measuredNs).split(': ').at(-1),
        ],
      }))}
    />
  );
}
