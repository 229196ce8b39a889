/** What the colours and textures of the timeline mean. */
import { useId } from 'react';
import { PHASE_SWATCHES, type SwatchStyle } from './phase-swatches';
import { TILE, texturePath } from './textures';

interface Entry extends SwatchStyle {
  readonly label: string;
}

const ENTRIES: readonly Entry[] = [
  { label: 'run', ...PHASE_SWATCHES.run },
  { label: 'dumps', ...PHASE_SWATCHES.dumpsArgs },
  { label: 'loads', ...PHASE_SWATCHES.loadsArgs },
  { label: 'in flight', ...PHASE_SWATCHES.sendArgs },
  { label: 'queue wait', ...PHASE_SWATCHES.queueWait },
  { label: 'order wait', ...PHASE_SWATCHES.orderWait },
  { label: 'boot', color: '--phase-boot', texture: 'dots' },
  { label: 'error', color: '--phase-error', texture: 'crossed' },
];

export function Legend() {
  return (
    <ul className="timeline-legend" aria-label="Legend">
      {ENTRIES.map((entry) => (
        <li key={entry.label}>
          <Swatch {...entry} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}

export function Swatch({ color, texture }: SwatchStyle) {
  const id = useId();
  return (
    <svg className="timeline-swatch" width="16" height="12" aria-hidden="true" shapeRendering="crispEdges">
      <pattern id={id} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
        <path d={texturePath(texture)} fill={texture === 'ticks' ? 'var(--text)' : 'var(--bg)'} />
      </pattern>
      <rect width="16" height="12" fill={`var(${color})`} />
      <rect width="16" height="12" fill={`url(#${id})`} opacity={texture === 'ticks' ? 0.35 : 0.6} />
    </svg>
  );
}
