/**
 * What makes a chart a place to point at: hover and arrow keys tell of a mark, click and Enter select its tasks.
 * The chart itself is drawn by others, inside.
 */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from 'react';
import { localPoint } from '../../../ui/local-point';
import { type Mark, markAt, markTowards } from './marks';
import { selectTasks } from './select-tasks';

interface ChartSurfaceProps {
  /** What the chart shows, for those who do not see it. */
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly width: number;
  readonly height: number;
  readonly testId: string;
  readonly children: ReactNode;
}

const TIP_PX = 320;
/** Two lines of a tip. */
const HIGH_PX = 42;
const GAP_PX = 8;

export function ChartSurface({ label, marks, width, height, testId, children }: ChartSurfaceProps) {
  const help = useId();
  const [pointed, setPointed] = useState<string | number | null>(null);
  const [byKey, setByKey] = useState(false);
  const position = marks.findIndex(({ key }) => key === pointed);
  const mark = marks[position];

  const point = (to: number, key: boolean): void => {
    setPointed(marks[to]?.key ?? null);
    setByKey(key);
  };
  const choose = (chosen: Mark, add: boolean): void => {
    selectTasks(chosen.rows(), add);
    chosen.picked?.();
  };
  const at = (event: PointerEvent): number => {
    const { x, y } = localPoint(event.currentTarget, event);
    return markAt(marks, x, y);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && mark !== undefined) choose(mark, event.shiftKey);
    else {
      const to = markTowards(marks, position, event.key);
      if (to < 0) return;
      point(to, true);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className="chart-surface"
      style={{ width, height }}
      role="application"
      aria-roledescription="chart"
      aria-label={label}
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys and Enter work here
      tabIndex={0}
      data-testid={testId}
      data-marks={marks.length}
      onPointerMove={(event) => point(at(event), false)}
      onPointerLeave={() => point(-1, false)}
      onBlur={() => point(-1, false)}
      onClick={(event) => {
        const { x, y } = localPoint(event.currentTarget, event);
        const hit = marks[markAt(marks, x, y)];
        if (hit !== undefined) choose(hit, event.shiftKey || event.ctrlKey || event.metaKey);
      }}
      onKeyDown={onKeyDown}
    >
      {children}
      {mark !== undefined && (
        <>
          <span className="chart-pointed" style={outlineOf(mark)} />
          <span className="chart-tip" style={tipPlace(mark, width, height)} data-testid="chart-tip">
            {mark.text()}
          </span>
        </>
      )}
      <span id={help} className="visually-hidden">
        Arrow keys go from mark to mark, Enter selects its tasks, Shift+Enter adds them.
      </span>
      <span className="visually-hidden" aria-live="polite">
        {byKey ? mark?.text() : ''}
      </span>
    </div>
  );
}

function outlineOf({ x, y, width, height }: Mark) {
  return { left: x - 2, top: y - 2, width: Math.max(1, width) + 4, height: Math.max(1, height) + 4 };
}

/** Below the mark, above it or beside it, inside of the chart. */
function tipPlace(mark: Mark, width: number, height: number) {
  const most = Math.min(TIP_PX, width);
  const left = Math.min(Math.max(0, mark.x + mark.width / 2 - most / 2), width - most);
  const below = mark.y + mark.height + GAP_PX;
  if (below + HIGH_PX <= height) return { left, maxWidth: most, top: below };
  if (mark.y >= HIGH_PX + GAP_PX) return { left, maxWidth: most, bottom: height - mark.y + GAP_PX };
  const right = mark.x + mark.width + GAP_PX;
  if (right + most <= width) return { left: right, maxWidth: most, top: GAP_PX };
  return { right: Math.max(0, width - mark.x + GAP_PX), maxWidth: most, top: GAP_PX };
}
