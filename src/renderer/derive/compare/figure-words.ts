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

export interface FigureWords {
  readonly label: string;
  readonly kind: 'measured' | 'derived';
  format(value: number): string;
}

const SHARE = { kind: 'derived', format: formatPercent } as const;
const COUNT = { kind: 'measured', format: formatCount } as const;
const TIME = { kind: 'measured', format: formatDuration } as const;

type PlainId = Exclude<FigureId, `${Phase}.${Measure}` | `busy.${number}`>;

const WORDS: Readonly<Record<PlainId, FigureWords>> = {
  wall: { label: 'wall time', ...TIME },
  boot: { label: 'boot', ...TIME },
  throughput: { label: 'throughput', kind: 'derived', format: formatRate },
  speedup: { label: 'speed-up', kind: 'derived', format: formatFactor },
  'args-bytes': { label: 'argument bytes', kind: 'measured', format: formatBytes },
  'result-bytes': { label: 'result bytes', kind: 'measured', format: formatBytes },
  'queue-max': { label: 'deepest queue', ...COUNT },
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
  return { label: PHASE_LABELS[name as Phase], kind: 'derived', format: formatDuration };
}

/** `+12.0 ms`, `−3.1 %`. */
export function signed(value: number, format: (value: number) => string): string {
  if (Number.isNaN(value)) return format(value);
  if (value === 0) return format(0);
  return `${value < 0 ? '−' : '+'}${format(Math.abs(value))}`;
}
