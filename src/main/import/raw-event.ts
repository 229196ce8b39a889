/**
 * One event of a trace as JSON has it, checked by hand: a schema library would add half to the time that reading a
 * million of them takes (docs/performance.md). What is wrong is counted by kind, and said in one sentence.
 */

/** As far as it is known: every field may be missing or of another type. */
export interface RawEvent {
  readonly ph?: unknown;
  readonly name?: unknown;
  readonly cat?: unknown;
  readonly pid?: unknown;
  readonly tid?: unknown;
  readonly ts?: unknown;
  readonly dur?: unknown;
  readonly id?: unknown;
  readonly id2?: unknown;
  readonly args?: unknown;
}

export type Fault = 'no event' | 'no time' | 'no length' | 'no begin' | 'unknown kind' | 'not JSON' | 'too large';

const WORDS: Readonly<Record<Fault, (count: string) => string>> = {
  'no event': (count) => `${count} without the field "ph", a string`,
  'no time': (count) => `${count} without the field "ts", a number of microseconds`,
  'no length': (count) => `${count} of kind X without the field "dur", a number of microseconds that is not negative`,
  'no begin': (count) => `${count} that end what was never begun`,
  'unknown kind': (count) => `${count} of kinds that are not drawn`,
  'not JSON': (count) => `${count} that are not JSON`,
  'too large': (count) => `${count} larger than 64 MB`,
};

export class Faults {
  private readonly counts = new Map<Fault, number>();
  private readonly kinds = new Set<string>();

  add(fault: Fault, count = 1): void {
    if (count > 0) this.counts.set(fault, (this.counts.get(fault) ?? 0) + count);
  }

  /** An event of a kind that nothing is known of, such as snapshots of objects. */
  addKind(kind: string): void {
    this.add('unknown kind');
    if (this.kinds.size < 8) this.kinds.add(kind.slice(0, 8));
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** `312 events were left out: 300 ..., 12 ...`; null: none. */
  sentence(): string | null {
    if (this.total === 0) return null;
    const parts = [...this.counts].map(([fault, count]) => {
      const words = WORDS[fault](format(count));
      return fault === 'unknown kind' ? `${words} (${[...this.kinds].join(', ')})` : words;
    });
    return `${format(this.total)} ${this.total === 1 ? 'event was' : 'events were'} left out: ${parts.join('; ')}.`;
  }
}

const format = (count: number): string => count.toLocaleString('en-US');

/** Beyond it microseconds are no whole numbers any more: 285 years. */
const MOST_MICROS = Number.MAX_SAFE_INTEGER;

/** A time in microseconds. NaN: it is none. */
export function micros(value: unknown): number {
  const number = finite(value);
  return Math.abs(number) <= MOST_MICROS ? number : Number.NaN;
}

/** A number; some tools write it as a string. NaN: it is none, or one that JSON reads as infinite, such as 1e999. */
export function finite(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
  if (typeof value !== 'string' || value.trim() === '') return Number.NaN;
  const number = Number(value);
  return Number.isFinite(number) ? number : Number.NaN;
}
