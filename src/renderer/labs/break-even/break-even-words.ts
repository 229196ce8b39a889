/** What the break-even lab says of places, dots and costs. */
import { formatBytes, formatCount, formatDuration, formatFactor } from '../../../shared/format';
import type { Dot } from '../../derive/break-even/dots';
import type { Controls } from '../../derive/break-even/setting';

export const msText = (ms: number): string => formatDuration(ms * 1e6);
export const bytesText = (bytes: number): string => (bytes === 0 ? 'no payload' : formatBytes(bytes));

export const placeText = ({ taskMs, bytes }: { readonly taskMs: number; readonly bytes: number }): string =>
  `${msText(taskMs)} a task, ${bytesText(bytes)}`;

export function setUpText({ workers, tasks, chunksize, countBoot }: Omit<Controls, 'taskMs' | 'bytes'>): string {
  const chunks = chunksize === null ? 'chunk size auto' : `chunk size ${formatCount(chunksize)}`;
  const words = [
    `${formatCount(workers)} ${workers === 1 ? 'worker' : 'workers'}`,
    `${formatCount(tasks)} tasks`,
    chunks,
  ];
  return [...words, ...(countBoot ? ['boot counted'] : [])].join(', ');
}

/** Whether the pool was worth it, for whoever does not read numbers. */
export function verdictText(speedup: number): string {
  if (speedup >= 1.05) return `${formatFactor(speedup)} as fast as the plain loop`;
  if (speedup > 0.95) return 'about as fast as the plain loop';
  return `${formatFactor(1 / speedup)} slower than the plain loop`;
}

export function dotText(dot: Dot): string {
  const { speedup, predicted, loopMs } = dot;
  const kind = loopMs === null ? 'derived: the sum of its runs stands for the loop' : 'measured';
  const before = predicted === null ? '' : `; predicted ${formatFactor(predicted)}`;
  return `${dot.title}: ${placeText({ ...dot, bytes: Math.round(dot.bytes) })}, ${setUpText(dot)}. ${formatFactor(speedup)}, ${kind}${before}.`;
}
