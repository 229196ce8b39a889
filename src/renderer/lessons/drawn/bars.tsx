/** A prediction by names: nothing lies between two of them, so each has a bar of its own, and no line joins them. */
import type { Curve, Plot } from './axes';

interface BarsProps {
  readonly said: Curve;
  readonly truth: Curve;
  readonly plot: Plot;
}

/** Shares of the way from one name to the next: what was measured stands inside what was drawn. */
const WIDTHS = { said: 0.64, truth: 0.32 } as const;

export function Bars({ said, truth, plot }: BarsProps) {
  return (
    <>
      <BarsOf of="said" curve={said} plot={plot} />
      <BarsOf of="truth" curve={truth} plot={plot} />
    </>
  );
}

function BarsOf({ of, curve, plot }: { readonly of: 'said' | 'truth'; readonly curve: Curve; readonly plot: Plot }) {
  const width = plot.step * WIDTHS[of];
  return curve.map((value, index) => {
    if (value === null) return null;
    const top = plot.yOf(value);
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: each name keeps its place
        key={index}
        className={`drawn-bar-${of}`}
        data-testid={`drawn-bar-${of}`}
        x={plot.xOf(index) - width / 2}
        y={top}
        width={width}
        height={plot.bottom - top}
      />
    );
  });
}
