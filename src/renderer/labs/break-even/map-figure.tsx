/** The map with what can be done on it: point, drag, arrow keys, and a dot for each run. */
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import type { Costs } from '../../../shared/break-even/costs';
import { chooseDot, putCross, runPoint } from '../../actions/break-even';
import type { Dot } from '../../derive/break-even/dots';
import { type Box, mapScale } from '../../derive/break-even/map-scale';
import type { Controls } from '../../derive/break-even/setting';
import { speedupContours } from '../../derive/break-even/speedup-map';
import { localPoint } from '../../ui/local-point';
import { CrossButton } from './cross-button';
import { DotButtons } from './dot-buttons';
import { MapPicture } from './map-picture';

interface MapFigureProps {
  readonly costs: Costs;
  readonly controls: Controls;
  readonly dots: readonly Dot[];
  readonly chosen: number | null;
  readonly width: number;
  readonly height: number;
}

const LEFT = 60;
const RIGHT = 12;
const TOP = 20;
const BOTTOM = 36;
/** A pointer that has moved less has clicked. */
const CLICK_PX = 4;

export function MapFigure({ costs, controls, dots, chosen, width, height }: MapFigureProps) {
  const surface = useRef<HTMLDivElement>(null);
  const { taskMs, bytes, ...setUp } = controls;
  const box: Box = useMemo(
    () => ({
      left: LEFT,
      top: TOP,
      width: Math.max(80, width - LEFT - RIGHT),
      height: Math.max(60, height - TOP - BOTTOM),
    }),
    [width, height],
  );
  const scale = useMemo(() => mapScale(box), [box]);
  const key = JSON.stringify(setUp);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cross moves over the map, it does not change it
  const contours = useMemo(() => speedupContours(costs, controls, box), [costs, key, box]);
  const drag = useDrag((x, y) => putCross(scale.placeAt(x, y)), surface);
  return (
    <div
      ref={surface}
      className="break-even-surface"
      data-testid="break-even-map"
      data-dragging={drag.dot !== null}
      {...drag.handlers}
    >
      <MapPicture
        box={box}
        scale={scale}
        contours={contours}
        dots={dots}
        chosen={chosen}
        cross={{ taskMs, bytes }}
        width={width}
        height={height}
      />
      <DotButtons dots={dots} scale={scale} chosen={chosen} onDrag={drag.begin} />
      <CrossButton costs={costs} controls={controls} scale={scale} />
    </div>
  );
}

/** A dot that is dragged away is run where it is let go of; a click on the map only moves the cross. */
function useDrag(put: (x: number, y: number) => void, surface: React.RefObject<HTMLElement | null>) {
  const [dot, setDot] = useState<Dot | null>(null);
  const from = useRef<{ readonly x: number; readonly y: number; moved: boolean } | null>(null);
  const pointOf = (event: PointerEvent): { x: number; y: number } =>
    surface.current === null ? { x: 0, y: 0 } : localPoint(surface.current, event);
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    surface.current?.setPointerCapture(event.pointerId);
    from.current = { ...pointOf(event), moved: false };
  };
  return {
    dot,
    begin: (event: PointerEvent, dragged: Dot): void => {
      event.stopPropagation();
      down(event);
      setDot(dragged);
    },
    handlers: {
      onPointerDown: (event: PointerEvent): void => {
        down(event);
        const { x, y } = pointOf(event);
        put(x, y);
      },
      onPointerMove: (event: PointerEvent): void => {
        const begin = from.current;
        if (begin === null) return;
        const { x, y } = pointOf(event);
        begin.moved ||= Math.hypot(x - begin.x, y - begin.y) >= CLICK_PX;
        if (begin.moved) put(x, y);
      },
      onPointerUp: (): void => {
        const begin = from.current;
        from.current = null;
        setDot(null);
        if (dot === null || begin === null) return;
        if (begin.moved) void runPoint();
        else chooseDot(dot);
      },
      onPointerCancel: (): void => {
        from.current = null;
        setDot(null);
      },
    },
  };
}
