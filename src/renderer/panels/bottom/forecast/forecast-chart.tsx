/** One curve of the forecast. Each point is a button that puts its workers and chunk size into the form. */
import { line, scaleLinear, scalePoint, tickStep } from 'd3';
import { type KeyboardEvent, useRef, useState } from 'react';
import { formatCount, formatTick } from '../../../../shared/format';
import type { Forecast, ForecastPoint } from '../../../derive/forecast/forecast';
import { Tip } from '../../../ui/tip';
import { BottomAxis, LeftAxis } from '../charts/axis';
import { useSize } from '../charts/use-size';
import { nextIndex } from '../table/next-index';
import { isBest, pointWords } from './forecast-words';
import { Sign, TURNS_PATTERN, TurnsPattern } from './signs';

export interface Curve {
  readonly id: string;
  readonly title: string;
  /** What is the same for all points. */
  readonly fixed: string;
  /** What stands along the axis. */
  readonly axis: string;
  readonly points: readonly ForecastPoint[];
  at(point: ForecastPoint): number;
  /** From here on workers take turns; null: that is no matter of this axis. */
  readonly turnsFrom: number | null;
}

interface ForecastChartProps {
  readonly curve: Curve;
  readonly forecast: Forecast;
  /** Upper end of the time axis, ns. */
  readonly mostNs: number;
  apply(point: ForecastPoint): void;
}

const LEFT = 56;
const RIGHT = 8;
const TOP = 12;
const FOOT = 36;
/** Labels along the axis are at least so far apart. */
const LABEL_PX = 32;

export function ForecastChart({ curve, forecast, mostNs, apply }: ForecastChartProps) {
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  return (
    <figure className="forecast-figure" aria-labelledby={`forecast-${curve.id}`} data-testid={`forecast-${curve.id}`}>
      <figcaption id={`forecast-${curve.id}`} className="chart-title">
        {curve.title} <span className="chart-stretch">{curve.fixed}</span>
      </figcaption>
      <div ref={room} className="forecast-room">
        {size !== null && size.height > 0 && (
          <Picture curve={curve} forecast={forecast} mostNs={mostNs} apply={apply} {...size} />
        )}
      </div>
    </figure>
  );
}

interface PictureProps extends ForecastChartProps {
  readonly width: number;
  readonly height: number;
}

function Picture({ curve, forecast, mostNs, apply, width, height }: PictureProps) {
  const { points, at, turnsFrom } = curve;
  const bottom = height - FOOT;
  const right = width - RIGHT;
  const x = scalePoint(points.map(at), [LEFT, right]).padding(0.5);
  const y = scaleLinear([0, mostNs * 1.05], [bottom, TOP]);
  const xOf = (point: ForecastPoint): number => x(at(point)) ?? LEFT;
  const every = Math.max(1, Math.ceil(LABEL_PX / x.step()));
  const turns = turnsFrom === null ? undefined : points.find((point) => at(point) >= turnsFrom);
  const measured = points.find((point) => point.measured);
  const ticks = y.ticks(Math.max(2, Math.floor((bottom - TOP) / 32)));
  const step = tickStep(0, mostNs, ticks.length);
  return (
    <>
      <svg className="chart-svg" width={width} height={height} aria-hidden="true">
        <defs>
          <TurnsPattern />
        </defs>
        {turns !== undefined && (
          <rect
            className="forecast-turns"
            x={xOf(turns) - x.step() / 2}
            y={TOP}
            width={Math.max(0, right - xOf(turns) + x.step() / 2)}
            height={bottom - TOP}
            fill={`url(#${TURNS_PATTERN})`}
          />
        )}
        <BottomAxis
          ticks={points
            .filter((_, index) => index % every === 0 || index === points.length - 1)
            .map((point) => ({ at: xOf(point), text: formatCount(at(point)) }))}
          left={LEFT}
          right={right}
          top={bottom}
          bottom={bottom}
          title={curve.axis}
        />
        <LeftAxis ticks={ticks.map((ns) => ({ at: y(ns), text: formatTick(ns, step) }))} left={LEFT} right={right} />
        <path className="forecast-line" d={line<ForecastPoint>(xOf, ({ wallNs }) => y(wallNs))(points) ?? ''} />
        {points.map((point) => (
          <Sign key={at(point)} kind={signOf(point, forecast)} x={xOf(point)} y={y(point.wallNs)} />
        ))}
        {measured !== undefined && <Sign kind="measured" x={xOf(measured)} y={y(forecast.wallNs)} />}
      </svg>
      <Points
        curve={curve}
        forecast={forecast}
        xOf={xOf}
        widthPx={Math.min(40, x.step())}
        top={TOP}
        heightPx={bottom - TOP}
        apply={apply}
      />
    </>
  );
}

function signOf(point: ForecastPoint, forecast: Forecast): 'best' | 'auto' | 'forecast' {
  if (isBest(point, forecast)) return 'best';
  return point.auto ? 'auto' : 'forecast';
}

interface PointsProps {
  readonly curve: Curve;
  readonly forecast: Forecast;
  xOf(point: ForecastPoint): number;
  readonly widthPx: number;
  readonly top: number;
  readonly heightPx: number;
  apply(point: ForecastPoint): void;
}

/** A column for each point: one tab stop for all, arrow keys from one to the next. */
function Points({ curve, forecast, xOf, widthPx, top, heightPx, apply }: PointsProps) {
  const { points, at, title } = curve;
  const group = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const current =
    chosen ??
    Math.max(
      0,
      points.findIndex((point) => point.measured),
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = ALONG[event.key];
    const to = key === undefined ? null : nextIndex(key, current, points.length, points.length);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    group.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <fieldset
      ref={group}
      className="forecast-points"
      aria-label={`${title}: arrow keys go along, Enter uses a point`}
      onKeyDown={onKeyDown}
    >
      {points.map((point, index) => (
        <Tip key={at(point)} text={`${pointWords(point, forecast)}. Press to use it.`}>
          <button
            type="button"
            className="forecast-button"
            style={{ left: xOf(point) - widthPx / 2, top, width: widthPx, height: heightPx }}
            aria-label={`Use ${pointWords(point, forecast)}`}
            tabIndex={index === current ? 0 : -1}
            data-workers={point.processes}
            data-chunksize={point.chunksize}
            onFocus={() => setChosen(index)}
            onClick={() => apply(point)}
          />
        </Tip>
      ))}
    </fieldset>
  );
}

const ALONG: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowUp',
  ArrowRight: 'ArrowDown',
  Home: 'Home',
  End: 'End',
};
