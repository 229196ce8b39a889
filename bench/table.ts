/** A row as a person reads it: samples of each side, then the ratios with their targets. */
import type { RowResult } from './results';
import type { Target, Unit } from './rows/row';
import { type Spread, spread } from './statistics';
import { meets } from './verdict';

const LABEL = 44;
const FIGURE = 20;

export function rowText({ title, unit, sides, verdicts, rounds }: RowResult): string {
  const lines = sides.map(({ label, samples, skipped }) => {
    if (skipped !== null) return `  ${label.padEnd(LABEL)}  skipped: ${skipped}`;
    const { median, low, high } = spread(samples);
    return `  ${label.padEnd(LABEL)}${figure(median, unit).padStart(FIGURE)}  (${bare(low, unit)} to ${bare(high, unit)})`;
  });
  const ratios = verdicts.map(({ label, ratio, to, target, met }) => {
    const said =
      target === null ? '' : `  ${targetText(target, to === null)}: ${met ? 'met' : 'not met'}${doubt(ratio, target)}`;
    return `  ${label.padEnd(LABEL)}${ratioText(ratio, to === null)}${said}`;
  });
  const heading = `${title} (${rounds} ${rounds === 1 ? 'round' : 'rounds'}; median, quartiles)`;
  return [heading, ...lines, ...ratios].join('\n');
}

/** A median whose spread reaches across the target may fall on the other side of it next time. */
function doubt({ low, high }: Spread, target: Target): string {
  return meets(low, target) === meets(high, target) ? '' : ', within the spread';
}

function ratioText({ median, low, high }: Spread, plain: boolean): string {
  if (plain) return `${`${median.toFixed(2)} %`.padStart(FIGURE)}  (${low.toFixed(2)} to ${high.toFixed(2)})`;
  return `${`${median.toFixed(3)}x`.padStart(FIGURE)}  (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

function targetText(target: Target, plain: boolean): string {
  const [word, value] = 'atLeast' in target ? ['at least', target.atLeast] : ['at most', target.atMost];
  return `target ${word} ${value}${plain ? ' %' : 'x'}`;
}

const figure = (value: number, unit: Unit): string => `${bare(value, unit)} ${unit}`;

function bare(value: number, unit: Unit): string {
  if (unit === 'tasks/s') return Math.round(value).toLocaleString('en');
  return value.toFixed(value < 10 ? 3 : 1);
}
