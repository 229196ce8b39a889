/** The drawing of the map: bands of speed-up, lines between them, dots and the cross. Nothing in it can be clicked. */
import { formatFactor, THIN_SPACE } from '../../../shared/format';
import type { Dot } from '../../derive/break-even/dots';
import { type Box, BYTES_TICKS, type MapScale, type Place, TASK_TICKS } from '../../derive/break-even/map-scale';
import { BREAK_EVEN, type Contour, innerLines, ringPath } from '../../derive/break-even/speedup-map';
import { BottomAxis, LeftAxis } from '../../panels/bottom/charts/axis';
import { bandOf, HATCHES, Hatches } from './bands';

interface MapPictureProps {
  readonly box: Box;
  readonly scale: MapScale;
  readonly contours: readonly Contour[];
  readonly dots: readonly Dot[];
  readonly chosen: number | null;
  readonly cross: Place;
  readonly width: number;
  readonly height: number;
}

export function MapPicture({ box, scale, contours, dots, chosen, cross, width, height }: MapPictureProps) {
  const { left, top } = box;
  const [right, bottom] = [left + box.width, top + box.height];
  return (
    <svg className="chart-svg break-even-picture" width={width} height={height} aria-hidden="true">
      <defs>
        <Hatches />
      </defs>
      {contours.map((contour) => (
        <Band key={contour.level} contour={contour} />
      ))}
      <BottomAxis
        ticks={TASK_TICKS.map((ms) => ({ at: scale.xOf(ms), text: tickMs(ms) }))}
        left={left}
        right={right}
        top={top}
        bottom={bottom}
        title="work of a task"
      />
      <LeftAxis
        ticks={BYTES_TICKS.map((bytes) => ({ at: scale.yOf(bytes), text: tickBytes(bytes) }))}
        left={left}
        right={right}
        title="payload of an argument"
        top={top - 8}
      />
      {contours.map((contour) => (
        <Lines key={contour.level} contour={contour} box={box} />
      ))}
      {contours.map((contour) => (
        <LineLabel key={contour.level} contour={contour} box={box} />
      ))}
      {dots.map((dot) => (
        <DotSign
          key={dot.runId}
          dot={dot}
          x={scale.xOf(dot.taskMs)}
          y={scale.yOf(dot.bytes)}
          chosen={dot.runId === chosen}
          atEdge={scale.xOf(dot.taskMs) > right - LABEL_PX}
        />
      ))}
      <Cross x={scale.xOf(cross.taskMs)} y={scale.yOf(cross.bytes)} />
    </svg>
  );
}

const tickMs = (ms: number): string => (ms < 1 ? `${ms * 1000}${THIN_SPACE}µs` : `${ms}${THIN_SPACE}ms`);

function tickBytes(bytes: number): string {
  if (bytes === 0) return 'none';
  const mb = bytes / 1024 ** 2;
  return mb >= 1 ? `${mb}${THIN_SPACE}MB` : `${bytes / 1024}${THIN_SPACE}KB`;
}

function Band({ contour: { level, rings } }: { readonly contour: Contour }) {
  const path = rings.map(ringPath).join('');
  const { band, hatch } = bandOf(level);
  return (
    <>
      <path className={`break-even-band break-even-band-${band}`} d={path} fillRule="evenodd" />
      {hatch !== null && <path d={path} fillRule="evenodd" fill={`url(#${HATCHES[hatch]})`} />}
    </>
  );
}

type Line = readonly (readonly [number, number])[];

const linePath = (line: Line): string => `M${line.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;

function Lines({ contour, box }: { readonly contour: Contour; readonly box: Box }) {
  if (contour.level === 0) return null;
  const kind = contour.level === BREAK_EVEN ? 'break-even-line break-even-line-one' : 'break-even-line';
  return <path className={kind} data-level={contour.level} d={innerLines(contour, box).map(linePath).join('')} />;
}

/** Labels keep away from the edges and, where they can, from each other: each level stands at another height. */
function LineLabel({ contour, box }: { readonly contour: Contour; readonly box: Box }) {
  if (contour.level === 0) return null;
  const longest = innerLines(contour, box).reduce<Line>((best, line) => (line.length > best.length ? line : best), []);
  const one = contour.level === BREAK_EVEN;
  const share = one ? 0.62 : 0.8;
  const wanted = box.top + box.height * share;
  const inside = longest.filter(
    ([x, y]) => x > box.left + 24 && x < box.left + box.width - 24 && y > box.top + 16 && y < box.top + box.height - 12,
  );
  const [first] = inside;
  if (first === undefined) return null;
  const at = inside.reduce(
    (best, point) => (Math.abs(point[1] - wanted) < Math.abs(best[1] - wanted) ? point : best),
    first,
  );
  return (
    <text
      className={one ? 'break-even-label break-even-label-one' : 'break-even-label'}
      x={at[0]}
      y={at[1] + 4}
      textAnchor="middle"
    >
      {one ? 'break-even 1×' : formatFactor(contour.level)}
    </text>
  );
}

interface DotSignProps {
  readonly dot: Dot;
  readonly x: number;
  readonly y: number;
  readonly chosen: boolean;
  /** Right of it there is no room. */
  readonly atEdge: boolean;
}

/** Room for the label of a dot. */
const LABEL_PX = 96;

function DotSign({ dot, x, y, chosen, atEdge }: DotSignProps) {
  return (
    <>
      <circle
        className={dot.loopMs === null ? 'break-even-dot' : 'break-even-dot break-even-dot-measured'}
        cx={x}
        cy={y}
        r={5}
      />
      {chosen && (
        <>
          <circle className="break-even-ring" cx={x} cy={y} r={9} />
          <text
            className="break-even-label break-even-label-one"
            x={atEdge ? x - 13 : x + 13}
            y={y - 8}
            textAnchor={atEdge ? 'end' : 'start'}
          >
            run: {formatFactor(dot.speedup)}
          </text>
        </>
      )}
    </>
  );
}

function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <>
      <path className="break-even-cross-ground" d={`M${x - 8} ${y}h16M${x} ${y - 8}v16`} />
      <path className="break-even-cross" d={`M${x - 8} ${y}h16M${x} ${y - 8}v16`} />
    </>
  );
}
