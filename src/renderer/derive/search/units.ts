/** Numbers with their units as a search has them: read to the nanosecond and byte, and written so that they read back. */
import type { FieldKind } from './fields';

interface Unit {
  /** The first is how it is written. */
  readonly names: readonly string[];
  /** Decimal shift, so that 1.1 ms is 1100000 ns and not a hair more. */
  readonly shift: string;
  readonly factor: number;
}

const UNITS: Readonly<Record<FieldKind, readonly Unit[]>> = {
  number: [{ names: [''], shift: 'e0', factor: 1 }],
  duration: [
    { names: ['ns'], shift: 'e0', factor: 1 },
    { names: ['µs', 'us', 'μs'], shift: 'e3', factor: 1 },
    { names: ['ms'], shift: 'e6', factor: 1 },
    { names: ['s', 'sec'], shift: 'e9', factor: 1 },
    { names: ['min'], shift: 'e9', factor: 60 },
  ],
  size: [
    { names: ['B', 'bytes'], shift: 'e0', factor: 1 },
    { names: ['KB', 'kib', 'k'], shift: 'e0', factor: 1024 },
    { names: ['MB', 'mib', 'm'], shift: 'e0', factor: 1024 ** 2 },
    { names: ['GB', 'gib', 'g'], shift: 'e0', factor: 1024 ** 3 },
  ],
};

/** What a value of the kind looks like, for whoever typed something else. */
export const EXPECTED: Readonly<Record<FieldKind, string>> = {
  number: 'a whole number or a range, such as 17 or 10-20',
  duration: 'a time with ns, µs, ms or s, such as 10ms',
  size: 'a size with B, KB, MB or GB, such as 64KB',
};

const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const WORD = /\s*([A-Za-zµμ]+)(?![\w:<>=-])/y;
const GLUED = /[A-Za-zµμ]+/y;

export interface Value {
  readonly digits: string;
  /** As typed; null: none. */
  readonly unit: string | null;
  readonly end: number;
}

/** A number and its unit from `at` on, or null where no number begins. */
export function readValue(text: string, at: number, kind: FieldKind): Value | null {
  NUMBER.lastIndex = at;
  const digits = NUMBER.exec(text)?.[0];
  if (digits === undefined) return null;
  const end = at + digits.length;
  if (kind === 'number') return { digits, unit: null, end };
  // A unit may stand apart; a word that is none belongs to what follows, unless it touches the number.
  WORD.lastIndex = end;
  const word = WORD.exec(text);
  if (word !== null && unitOf(kind, word[1] ?? '') !== undefined) {
    return { digits, unit: word[1] ?? '', end: WORD.lastIndex };
  }
  GLUED.lastIndex = end;
  const glued = GLUED.exec(text)?.[0] ?? null;
  return { digits, unit: glued, end: end + (glued?.length ?? 0) };
}

function unitOf(kind: FieldKind, name: string): Unit | undefined {
  return UNITS[kind].find(({ names }) => names.some((known) => known.toLowerCase() === name.toLowerCase()));
}

/** @returns null: the unit is missing or not one of the kind. Nothing needs none, and sizes without one are in bytes. */
export function amount({ digits, unit }: Pick<Value, 'digits' | 'unit'>, kind: FieldKind): number | null {
  if (kind === 'number') return /^\d+$/.test(digits) ? Number(digits) : null;
  if (unit === null) return kind === 'size' || Number(digits) === 0 ? Number(digits) : null;
  const found = unitOf(kind, unit);
  return found === undefined ? null : inUnit(digits, found);
}

function inUnit(digits: string, { shift, factor }: Unit): number {
  return Number(digits + shift) * factor;
}

/** As short as it can be said exactly. */
export function printAmount(value: number, kind: FieldKind): string {
  if (value === 0) return kind === 'number' ? '0' : `0${UNITS[kind][0]?.names[0] ?? ''}`;
  let best: string | null = null;
  for (const unit of UNITS[kind]) {
    const number = value / (Number(`1${unit.shift}`) * unit.factor);
    const digits = String(number);
    const exact = number >= 1 && !digits.includes('e') && inUnit(digits, unit) === value;
    const text = `${digits}${unit.names[0] ?? ''}`;
    // Among the same length the larger unit reads better: 1s, not 1000ms.
    if (exact && (best === null || text.length <= best.length)) best = text;
  }
  return best ?? `${value}${UNITS[kind][0]?.names[0] ?? ''}`;
}
