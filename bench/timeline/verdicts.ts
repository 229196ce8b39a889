/** Whether figures are as they should be, and how two viewers compare. */
import type { Part } from './parts';
import type { PartResult } from './results';

/** Of these, less is better: their ratio says how many times as much the other one takes. */
const COMPARED = ['pictureMs', 'bytesPerTask', 'pan', 'panClose', 'zoom', 'hover', 'hoverClose'] as const;

export function verdictsOf(
  { targets }: Part,
  { poolscope, speedscope }: PartResult['answers'],
): PartResult['verdicts'] {
  const verdicts: PartResult['verdicts'] = targets.map(({ figure, atMost, atLeast }) => {
    const value = poolscope?.[figure] ?? Number.NaN;
    const target = atMost === undefined ? { atLeast: atLeast ?? 0 } : { atMost };
    return { figure, value, target, met: atMost === undefined ? value >= (atLeast ?? 0) : value <= atMost };
  });
  if (poolscope === undefined || speedscope === undefined) return verdicts;
  for (const name of COMPARED) {
    const kinds = name in poolscope ? [name] : [`${name}.scriptP95`, `${name}.taskP95`];
    for (const figure of kinds) {
      const value = (speedscope[figure] ?? Number.NaN) / (poolscope[figure] ?? Number.NaN);
      if (Number.isFinite(value))
        verdicts.push({ figure: `speedscope / Poolscope: ${figure}`, value, target: null, met: null });
    }
  }
  return verdicts;
}
