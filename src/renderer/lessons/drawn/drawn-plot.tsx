/** The picture that is drawn on: a stroke of the pointer, or one slider a point; reality in another colour and pattern. */
import { type PointerEvent, useRef, useState } from 'react';
import { draw } from '../../actions/lessons';
import { useWidth } from '../../inspector/use-width';
import { LeftAxis } from '../../panels/bottom/charts/axis';
import '../../panels/bottom/charts/charts.css';
import { localPoint } from '../../ui/local-point';
import type { DrawnPrediction } from '../lesson';
import { type Curve, EDGES, heightsOf, type Place, type Plot, plotOf } from './axes';
import { Bars } from './bars';
import { Curves } from './curves';
import { withPoint, withStroke } from './draw';
import { xText, yText } from './gap';
import { PointSliders } from './point-sliders';

const HEIGHT = 216;
/** About the width of a character of a label. */
const CHAR_PX = 7;

interface DrawnPlotProps {
  readonly prediction: DrawnPrediction;
  readonly said: Curve;
  readonly truth: Curve;
}

export function DrawnPlot({ prediction, said, truth }: DrawnPlotProps) {
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  const [focused, setFocused] = useState<number | null>(null);
  const { y } = prediction;
  const plot = plotOf(prediction, truth, { width, height: HEIGHT });
  const answered = truth.some((value) => value !== null);
  return (
    <fieldset className="drawn-plot" aria-label={`${y.label} for each ${prediction.x.label}`}>
      <p className="drawn-title" aria-hidden="true">
        {withUnit(y)}
      </p>
      <div ref={room} className="drawn-room" style={{ height: HEIGHT }}>
        {width > 0 && (
          <>
            <Surface prediction={prediction} said={said} plot={plot} width={width} open={!answered}>
              <Bottom prediction={prediction} plot={plot} width={width} />
              <LeftAxis
                ticks={plot.ticks.map((value) => ({ at: plot.yOf(value), text: bare(yText(prediction, value)) }))}
                left={EDGES.left}
                right={width - EDGES.right}
              />
              {prediction.x.named === true ? (
                <Bars said={said} truth={truth} plot={plot} />
              ) : (
                <Curves said={said} truth={truth} plot={plot} />
              )}
              {focused !== null && <FocusRing index={focused} value={said[focused] ?? null} plot={plot} />}
            </Surface>
            {!answered && <PointSliders prediction={prediction} said={said} plot={plot} onFocused={setFocused} />}
          </>
        )}
      </div>
    </fieldset>
  );
}

interface SurfaceProps {
  readonly prediction: DrawnPrediction;
  readonly said: Curve;
  readonly plot: Plot;
  readonly width: number;
  /** Whether it can still be drawn on. */
  readonly open: boolean;
  readonly children: React.ReactNode;
}

function Surface({ prediction, said, plot, width, open, children }: SurfaceProps) {
  const last = useRef<Place | null>(null);
  const stroke = (event: PointerEvent<SVGSVGElement>): void => {
    const place = plot.at(localPoint(event.currentTarget, event));
    const heights = heightsOf(prediction);
    draw(last.current === null ? withPoint(said, heights, place) : withStroke(said, heights, last.current, place));
    last.current = place;
  };
  const end = (): void => {
    last.current = null;
  };
  return (
    <svg
      className="chart-svg drawn-svg"
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      data-open={open}
      data-testid="drawn-surface"
      onPointerDown={(event) => {
        if (!open || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        stroke(event);
      }}
      onPointerMove={(event) => {
        if (last.current !== null) stroke(event);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {children}
    </svg>
  );
}

/** Labels of x, every second one a row lower where they would run into each other. */
function Bottom({ prediction, plot, width }: Pick<DrawnPlotProps, 'prediction'> & { plot: Plot; width: number }) {
  const texts = prediction.x.values.map((value) => xText(prediction, value));
  const crowded = Math.max(...texts.map((text) => text.length)) * CHAR_PX > plot.step;
  const bottom = HEIGHT - EDGES.bottom;
  const right = width - EDGES.right;
  return (
    <g className="chart-axis">
      <line className="chart-base" x1={EDGES.left} x2={right} y1={bottom} y2={bottom} />
      {texts.map((text, index) => (
        <text key={text} x={plot.xOf(index)} y={bottom + (crowded && index % 2 === 1 ? 30 : 14)} textAnchor="middle">
          {text}
        </text>
      ))}
      <text className="chart-axis-title" x={right} y={HEIGHT - 8} textAnchor="end">
        {withUnit(prediction.x)}
      </text>
    </g>
  );
}

/** Ticks are round numbers: zeros behind the point say nothing. */
const bare = (text: string): string => text.replace(/(\.\d*?)0+(?!\d)/, '$1').replace(/\.(?!\d)/, '');

function FocusRing({
  index,
  value,
  plot,
}: {
  readonly index: number;
  readonly value: number | null;
  readonly plot: Plot;
}) {
  const x = plot.xOf(index);
  if (value !== null) return <circle className="drawn-focus" cx={x} cy={plot.yOf(value)} r={8} />;
  const top = EDGES.top;
  return <rect className="drawn-focus" x={x - 8} y={top} width={16} height={HEIGHT - EDGES.bottom - top} rx={4} />;
}

const withUnit = ({ label, unit, text }: DrawnPrediction['x'] | DrawnPrediction['y']): string =>
  unit === '' || text !== undefined ? label : `${label}, ${unit}`;
