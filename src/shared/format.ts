/**
 * How numbers are written everywhere, in the window and on the command line: at most three or four figures, the unit
 * always shown after a thin space, so that a figure reads the same on the timeline, in a table and in a report.
 */

export const THIN_SPACE = '\u2009';
/** Shown where there is no number yet. */
export const NO_VALUE = '–';

interface Unit {
  readonly name: string;
  readonly size: number;
}

const TIME_UNITS: readonly Unit[] = [
  { name: 'ns', size: 1 },
  { name: 'µs', size: 1e3 },
  { name: 'ms', size: 1e6 },
  { name: 's', size: 1e9 },
];
/** As operating systems and Python tools count memory: 1 KB is 1024 B. */
const BYTE_UNITS: readonly Unit[] = [
  { name: 'B', size: 1 },
  { name: 'KB', size: 1024 },
  { name: 'MB', size: 1024 ** 2 },
  { name: 'GB', size: 1024 ** 3 },
  { name: 'TB', size: 1024 ** 4 },
];
const MINUTE = 60e9;

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A length of time, its unit scaled: `820 ns`, `12.1 µs`, `3.40 ms`, `1.25 s`, `2 min 05 s`. */
export function formatDuration(nanos: number): string {
  if (!Number.isFinite(nanos)) return NO_VALUE;
  const seconds = Math.round(Math.abs(nanos) / 1e9);
  if (seconds >= 60) {
    const text = `${whole.format(Math.floor(seconds / 60))}${THIN_SPACE}min ${pad(seconds % 60)}${THIN_SPACE}s`;
    return nanos < 0 ? `-${text}` : text;
  }
  return scaled(nanos, TIME_UNITS, Math.abs(nanos) < 1e3);
}

/** A length of time in µs whatever its size, to compare phases by: `0.8 µs`, `12,100 µs`. */
export function formatMicros(nanos: number): string {
  if (!Number.isFinite(nanos)) return NO_VALUE;
  const micros = nanos / 1e3;
  const text = Math.abs(micros) < 100 && micros !== 0 ? micros.toFixed(1) : whole.format(micros);
  return `${text}${THIN_SPACE}µs`;
}

/**
 * A point in time on an axis. Unit and decimals come from the distance between ticks, not from the value, so that
 * labels keep their form while the axis is panned.
 */
export function formatTick(nanos: number, stepNanos: number): string {
  const unit = tickUnit(stepNanos);
  if (unit.size === MINUTE) return `${whole.format(Math.round(nanos / MINUTE))}${THIN_SPACE}min`;
  const decimals = Math.max(0, -Math.floor(Math.log10(stepNanos / unit.size) + 1e-9));
  const value = nanos / unit.size;
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: Math.min(decimals, 6),
    maximumFractionDigits: Math.min(decimals, 6),
  }).format(Object.is(Math.round(value * 1e6), -0) ? 0 : value);
  return `${text}${THIN_SPACE}${unit.name}`;
}

function tickUnit(stepNanos: number): Unit {
  if (stepNanos >= MINUTE) return { name: 'min', size: MINUTE };
  // Labels are several steps apart from zero: steps of 200 ms read better as 0.2 s, 0.4 s, ...
  return unitFor(Math.max(1e3, stepNanos * 5), TIME_UNITS);
}

/**
 * A clock that runs up to `endNanos`: unit and decimals are those of the end, so that figures do not jump: `8.4 ms`,
 * `312.0 ms`.
 */
export function formatClock(nanos: number, endNanos: number): string {
  const unit = unitFor(endNanos, TIME_UNITS);
  const decimals = unit.size === 1 ? 0 : Math.max(0, 3 - Math.floor(Math.log10(Math.max(1, endNanos / unit.size))));
  return `${(nanos / unit.size).toFixed(decimals)}${THIN_SPACE}${unit.name}`;
}

/** `0 B`, `812 B`, `1.20 KB`, `48.0 MB`. */
export function formatBytes(bytes: number): string {
  return Number.isFinite(bytes) ? scaled(bytes, BYTE_UNITS, Math.abs(bytes) < 1024) : NO_VALUE;
}

/** `100,000`. */
export function formatCount(count: number): string {
  return Number.isFinite(count) ? whole.format(count) : NO_VALUE;
}

const round = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

/** A number of things where there is no room for all of its figures: `1M`, `12.3K`. */
export function formatRoundCount(count: number): string {
  return Number.isFinite(count) ? round.format(count) : NO_VALUE;
}

/** A share of one: `4.1 %`; `12 %` from ten on. */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return NO_VALUE;
  const percent = share * 100;
  return `${Math.abs(percent) < 9.95 && percent !== 0 ? percent.toFixed(1) : whole.format(percent)}${THIN_SPACE}%`;
}

/** How many times as fast or as large: `2.9×`. */
export function formatFactor(factor: number): string {
  if (!Number.isFinite(factor)) return NO_VALUE;
  return `${factor < 99.95 ? factor.toFixed(factor < 0.095 ? 2 : 1) : whole.format(factor)}×`;
}

/** Tasks per second: `24,900 /s`, `3.2 /s`. */
export function formatRate(perSecond: number): string {
  if (!Number.isFinite(perSecond)) return NO_VALUE;
  return `${perSecond < 99.95 ? perSecond.toFixed(1) : whole.format(perSecond)}${THIN_SPACE}/s`;
}

/** Three significant figures in the largest unit that keeps the number at 1 or above. */
function scaled(value: number, units: readonly Unit[], exact: boolean): string {
  const magnitude = Math.abs(value);
  let unit = unitFor(magnitude, units);
  // 999.7 µs would round to 1000 µs: that is 1.00 ms.
  const next = units[units.indexOf(unit) + 1];
  if (next !== undefined && Number((magnitude / unit.size).toPrecision(3)) * unit.size >= next.size) unit = next;
  const number = value / unit.size;
  const figures = Math.abs(number);
  const decimals = exact || value === 0 ? 0 : figures < 9.995 ? 2 : figures < 99.95 ? 1 : 0;
  return `${decimals === 0 ? whole.format(number) : number.toFixed(decimals)}${THIN_SPACE}${unit.name}`;
}

function unitFor(magnitude: number, units: readonly Unit[]): Unit {
  let found = units[0] ?? { name: '', size: 1 };
  for (const unit of units) if (magnitude >= unit.size) found = unit;
  return found;
}

function pad(seconds: number): string {
  return String(seconds).padStart(2, '0');
}
