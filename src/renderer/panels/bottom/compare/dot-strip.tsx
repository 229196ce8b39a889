/** Repeated runs of one or two scenarios as dots along one line, their medians, and the runs on the timeline. */
import { scaleLinear } from 'd3';
import { spreadOf } from '../../../derive/compare/spread';

interface DotStripProps {
  /** The values of each scenario. */
  readonly rows: readonly (readonly number[])[];
  /** Runs that are shown; NaN: none. */
  readonly marks?: { readonly a: number; readonly b: number };
  format(value: number): string;
}

const WIDTH = 120;
const HEIGHT = 24;
const EDGE = 5;

export function DotStrip({ rows, marks, format }: DotStripProps) {
  const all = [...rows.flat(), ...(marks === undefined ? [] : [marks.a, marks.b])].filter(
    (value) => !Number.isNaN(value),
  );
  if (rows.every((row) => row.length === 0)) return null;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = scaleLinear([low, high === low ? low + 1 : high], [EDGE, WIDTH - EDGE]);
  const lineOf = (row: number): number => (rows.length === 1 ? HEIGHT / 2 : row === 0 ? 7 : HEIGHT - 7);
  return (
    <svg className="dot-strip" width={WIDTH} height={HEIGHT} role="img" aria-label={describe(rows, format)}>
      {rows.map((values, row) => {
        const spread = spreadOf(values);
        const y = lineOf(row);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first is A, the second is B
          <g key={row} className={row === 0 ? 'dot-a' : 'dot-b'}>
            {spread !== null && (
              <rect
                className="dot-half"
                x={x(spread.q1)}
                y={y - 3}
                width={Math.max(1, x(spread.q3) - x(spread.q1))}
                height={6}
              />
            )}
            {values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they are runs in order, and stay so
              <circle key={index} cx={x(value)} cy={y} r={2.5} />
            ))}
            {spread !== null && <path className="dot-median" d={`M${x(spread.median)} ${y - 5}v10`} />}
          </g>
        );
      })}
      {marks !== undefined && (
        <>
          <Mark x={x(marks.a)} letter="A" top />
          <Mark x={x(marks.b)} letter="B" top={false} />
        </>
      )}
    </svg>
  );
}

/** A triangle at the edge: A's points down from the top, B's up from the bottom. */
function Mark({ x, letter, top }: { readonly x: number; readonly letter: string; readonly top: boolean }) {
  if (Number.isNaN(x)) return null;
  const d = top ? `M${x - 3} 0h6l-3 4z` : `M${x - 3} ${HEIGHT}h6l-3 -4z`;
  return (
    <path className="dot-mark" d={d}>
      <title>Run {letter}</title>
    </path>
  );
}

function describe(rows: readonly (readonly number[])[], format: (value: number) => string): string {
  const names = rows.length === 1 ? [''] : ['A: ', 'B: '];
  return rows
    .map((values, row) => {
      const spread = spreadOf(values);
      if (spread === null) return `${names[row]}not repeated`;
      return `${names[row]}${spread.count} runs, median ${format(spread.median)}, from ${format(spread.min)} to ${format(spread.max)}`;
    })
    .join('; ');
}
