/** One unit for all figures of a column, so that they compare at a glance. */

interface ColumnUnit {
  readonly name: string;
  format(value: number): string;
}

const TIMES = [
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
] as const;
const SIZES = [
  ['MB', 1024 ** 2],
  ['KB', 1024],
] as const;

/** @param largest ns */
export function timeUnit(largest: number): ColumnUnit {
  return unitFor(largest, TIMES, 'ns');
}

/** @param largest bytes */
export function sizeUnit(largest: number): ColumnUnit {
  return unitFor(largest, SIZES, 'B');
}

function unitFor(largest: number, units: readonly (readonly [string, number])[], smallest: string): ColumnUnit {
  const found = units.find(([, size]) => largest >= size);
  const [name, size] = found ?? [smallest, 1];
  const decimals = found === undefined ? 0 : largest / size >= 100 ? 1 : 2;
  const number = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return { name, format: (value) => (Number.isFinite(value) ? number.format(value / size) : '–') };
}
