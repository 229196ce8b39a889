/** What each figure is called, how it is written, and where it comes from. */
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatFactor,
  formatPercent,
  formatRate,
} from '../../../shared/format';
import { PHASE_LABELS, type Phase } from '../../../shared/phases';
import type { FigureId, Measure } from '../../../shared/run-figures';
import type { MethodId } from '../../truth/methods';

export interface FigureWords {
  readonly label: string;
  /** How it is come by: see truth/methods.ts. */
  readonly method: MethodId;
  format(value: number): string;
}

const SHARE = { method: 'compare.busy', format: formatPercent } as const;
const COUNT = { method: 'count', format: formatCount } as const;

type PlainId = Exclude<FigureId, `${Phase}.${Measure}` | `busy.${number}`>;

const WORDS: Readonly<Record<PlainId, FigureWords>> = {
  wall: { label: 'wall time', method: 'wall', format: formatDuration },
  boot: { label: 'boot', method: 'boot', format: formatDuration },
  throughput: { label: 'throughput', method: 'throughput', format: formatRate },
  speedup: { label: 'speed-up', method: 'speedup', format: formatFactor },
  'args-bytes': { label: 'argument bytes', method: 'bytes', format: formatBytes },
  'result-bytes': { label: 'result bytes', method: 'bytes', format: formatBytes },
  'queue-max': { label: 'deepest queue', method: 'queue.deepest', format: formatCount },
  busy: { label: 'busy share, mean of workers', ...SHARE },
  failed: { label: 'failed', ...COUNT },
  lost: { label: 'lost', ...COUNT },
  retried: { label: 'retried', ...COUNT },
};

export function figureWords(id: FigureId): FigureWords {
  const [name = '', part] = id.split('.');
  if (part === undefined) return WORDS[id as PlainId];
  if (name === 'busy') return { label: `busy share of slot ${part}`, ...SHARE };
  // A total of times is derived from them, and so is a mean or a quantile.
  return { label: PHASE_LABELS[name as Phase], method: 'compare.total', format: formatDuration };
}

/** `+12.0 ms`, `−3.1 %`. */
export function signed(value: number, format: (value: number) => string): string {
  if (Number.isNaN(value)) return format(value);
  if (value === 0) return format(0);
  return `${value < 0 ? '−' : '+'}${format(Math.abs(value))}`;
}
