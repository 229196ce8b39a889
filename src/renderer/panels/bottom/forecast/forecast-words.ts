/** The forecast's sentences. */
import { formatCount, formatDuration, formatFactor, formatPercent } from '../../../../shared/format';
import { MOST_CHUNKS } from '../../../derive/forecast/chunk-list';
import { takesChunksize } from '../../../derive/forecast/configurations';
import type { Forecast, ForecastPoint } from '../../../derive/forecast/forecast';

/** Nearer than this nobody can tell the difference. */
const NEAR = 0.005;

/** `Forecast 412 ms, measured 430 ms: 4.2 % too low.` */
export function errorSentence(forecastNs: number, measuredNs: number, what = 'Forecast'): string {
  const share = (forecastNs - measuredNs) / measuredNs;
  const off =
    Math.abs(share) < NEAR
      ? 'within half a percent'
      : `${formatPercent(Math.abs(share))} too ${share < 0 ? 'low' : 'high'}`;
  return `${what} ${formatDuration(forecastNs)}, measured ${formatDuration(measuredNs)}: ${off}.`;
}

/** `4 workers, chunk size 6`. */
export function setupWords({ processes, chunksize }: Pick<ForecastPoint, 'processes' | 'chunksize'>): string {
  return `${formatCount(processes)} ${processes === 1 ? 'worker' : 'workers'}, chunk size ${formatCount(chunksize)}`;
}

/** `1.8× as fast`, `1.3× as slow`, `as fast`; against the replay of the run, which errs as the forecast does. */
export function againstWords(wallNs: number, replayNs: number): string {
  const factor = replayNs / wallNs;
  // Anything nearer reads 1.0×.
  if (Math.abs(factor - 1) < 0.05) return 'as fast';
  return factor > 1 ? `${formatFactor(factor)} as fast` : `${formatFactor(1 / factor)} as slow`;
}

export function bestSentence({ best, replayNs }: Forecast): string {
  const against = againstWords(best.wallNs, replayNs);
  if (best.measured || against === 'as fast') return 'Nothing here is noticeably quicker than the run as it was.';
  return `Quickest: ${setupWords(best)}, ${formatDuration(best.wallNs)}, ${against} as this run.`;
}

export function isBest({ processes, chunksize }: ForecastPoint, { best }: Forecast): boolean {
  return processes === best.processes && chunksize === best.chunksize;
}

/** All that is known of a point, for a tip and a screen reader. */
export function pointWords(point: ForecastPoint, forecast: Forecast): string {
  const { replayNs, wallNs } = forecast;
  const notes = [
    againstWords(point.wallNs, replayNs),
    ...(isBest(point, forecast) ? ['the quickest'] : []),
    ...(point.auto ? ["Python's chunk size"] : []),
    ...(point.measured ? [`this run: measured ${formatDuration(wallNs)}`] : []),
  ];
  return `${setupWords(point)}: forecast ${formatDuration(point.wallNs)}, ${notes.join(', ')}`;
}

/** How the forecast was made, and what it takes for granted. */
export function methodSentences({ run, tasks, byChunksize }: Forecast): string[] {
  const { cpu, config, cores, work, stretch, bootNs } = run;
  const found = [
    'Replays the pool’s rules with the measured times of every task and message: one caller, and cores that are all alike.',
  ];
  if (stretch > 1.05) {
    found.push(`Workers took turns on ${formatCount(cores)} cores: runs are shortened to what they computed.`);
  }
  if (config.cores < cores) {
    found.push(`By samples of CPU they had ${config.cores.toFixed(1)} of them; they are taken to have as many again.`);
  }
  if (cpu.source === 'assumed')
    found.push('Tasks are taken to compute all the time: there are too few samples of CPU.');
  if (cpu.source === 'samples' && cpu.share < 1) {
    found.push(`By samples of CPU, tasks compute for ${formatPercent(cpu.share)} of their time and wait for the rest.`);
  }
  const smallest = Math.min(config.chunksize, ...byChunksize.map(({ chunksize }) => chunksize));
  if (!work.exact || tasks / smallest > MOST_CHUNKS) {
    found.push(`Of more than ${formatCount(MOST_CHUNKS)} chunks, evenly spaced ones with the same mean stand for all.`);
  }
  if (bootNs > 0)
    found.push(`Booting comes before the call and is not in it: ${formatDuration(bootNs)} for a worker here.`);
  if (!takesChunksize(config.method)) found.push('This call takes no chunk size.');
  return found;
}
