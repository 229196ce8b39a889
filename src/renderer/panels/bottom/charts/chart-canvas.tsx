/** A canvas for what is too much for SVG: sharp at any density of pixels, drawn anew when the theme changes. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { readPageTheme, type Theme } from '../../../timeline/theme';
import type { Context2D } from '../../../timeline/track';
import { watchTheme } from '../../../timeline/watch-theme';
import { zoomOf } from '../../../ui/local-point';

/** What charts draw with. */
export type ChartContext = Context2D & Pick<CanvasRenderingContext2D, 'globalAlpha'>;
export type DrawChart = (ctx: ChartContext, theme: Theme, dpr: number) => void;

interface ChartCanvasProps {
  readonly width: number;
  readonly height: number;
  readonly draw: DrawChart;
}

export function ChartCanvas({ width, height, draw }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useRef<{ readonly theme: Theme; readonly dpr: number } | null>(null);
  const [turn, setTurn] = useState(0);

  useEffect(
    () =>
      watchTheme(() => {
        theme.current = null;
        setTurn((known) => known + 1);
      }),
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another theme
  useLayoutEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (canvas.current === null || !ctx) return;
    const dpr = window.devicePixelRatio * zoomOf(canvas.current);
    if (theme.current?.dpr !== dpr) theme.current = { theme: readPageTheme(canvas.current, dpr), dpr };
    canvas.current.width = Math.round(width * dpr);
    canvas.current.height = Math.round(height * dpr);
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    draw(ctx, theme.current.theme, dpr);
  }, [width, height, draw, turn]);

  return <canvas ref={canvas} className="chart-canvas" style={{ width, height }} />;
}
