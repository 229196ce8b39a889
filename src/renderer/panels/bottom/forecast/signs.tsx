/** What stands for what in the forecast's charts: each has a shape of its own, whatever its colour. */

export type SignKind = 'forecast' | 'best' | 'measured' | 'auto' | 'turns';

export const TURNS_PATTERN = 'forecast-turns';

export function Sign({ kind, x, y }: { readonly kind: SignKind; readonly x: number; readonly y: number }) {
  switch (kind) {
    case 'forecast':
      return <circle className="forecast-point" cx={x} cy={y} r={3.5} />;
    case 'auto':
      return <rect className="forecast-point" x={x - 3.5} y={y - 3.5} width={7} height={7} />;
    case 'best':
      return <path className="forecast-best" d={`M${x} ${y - 6}l6 10h-12z`} />;
    case 'measured':
      return <circle className="forecast-measured" cx={x} cy={y} r={4} />;
    case 'turns':
      return (
        <rect className="forecast-turns" x={x - 8} y={y - 6} width={16} height={12} fill={`url(#${TURNS_PATTERN})`} />
      );
  }
}

export function TurnsPattern() {
  return (
    <pattern id={TURNS_PATTERN} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="forecast-hatch" width={1} height={6} />
    </pattern>
  );
}
