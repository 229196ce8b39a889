/** How bands of speed-up look: orange and hatched where the pool is slower, the bluer the quicker it is. */

export type Hatch = 'dense' | 'sparse';

export const HATCHES: Readonly<Record<Hatch, string>> = { dense: 'break-even-dense', sparse: 'break-even-sparse' };

export interface Band {
  /** Number of its class in the style sheet. */
  readonly band: number;
  readonly hatch: Hatch | null;
}

const BANDS: readonly (Band & { readonly from: number })[] = [
  { from: 0, band: 0, hatch: 'dense' },
  { from: 0.1, band: 1, hatch: 'dense' },
  { from: 0.5, band: 2, hatch: 'sparse' },
  { from: 1, band: 3, hatch: null },
  { from: 1.5, band: 4, hatch: null },
  { from: 2, band: 5, hatch: null },
  { from: 4, band: 6, hatch: null },
];

export const allBands: readonly Band[] = BANDS;

/** @param level lower end of the band */
export function bandOf(level: number): Band {
  const found = BANDS.findLast(({ from }) => from <= level + 1e-9);
  return found ?? { band: 0, hatch: 'dense' };
}

export function Hatches() {
  return (
    <>
      <HatchPattern id={HATCHES.dense} size={4} />
      <HatchPattern id={HATCHES.sparse} size={9} />
    </>
  );
}

function HatchPattern({ id, size }: { readonly id: string; readonly size: number }) {
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="break-even-hatch" width={1} height={size} />
    </pattern>
  );
}
