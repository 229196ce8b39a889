/** The colours and textures of the timeline for charts: a fill is the same colour with the same texture over it. */
import { createContext, type ReactNode, type SVGProps, use, useId } from 'react';
import type { SwatchStyle } from '../../../timeline/phase-swatches';
import { TEXTURES, type TextureName, TILE, texturePath } from '../../../timeline/textures';

const NAMES = (Object.keys(TEXTURES) as TextureName[]).filter((name) => name !== 'solid');
const Prefix = createContext('');

/** Defines the textures once for all that is drawn inside. */
export function Textures({ children }: { readonly children: ReactNode }) {
  const id = useId();
  return (
    <Prefix value={id}>
      <defs>
        {NAMES.map((name) => (
          <pattern key={name} id={`${id}${name}`} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
            <path d={texturePath(name)} fill={name === 'ticks' ? 'var(--text)' : 'var(--bg)'} />
          </pattern>
        ))}
      </defs>
      {children}
    </Prefix>
  );
}

interface TexturedRectProps extends Pick<SVGProps<SVGRectElement>, 'x' | 'y' | 'width' | 'height'> {
  readonly swatch: SwatchStyle;
  /** For tests: what it stands for. */
  readonly part: string;
}

export function TexturedRect({ swatch, part, ...box }: TexturedRectProps) {
  const prefix = use(Prefix);
  return (
    <>
      <rect {...box} fill={`var(${swatch.color})`} data-part={part} />
      {swatch.texture !== 'solid' && (
        <rect {...box} fill={`url(#${prefix}${swatch.texture})`} opacity={swatch.texture === 'ticks' ? 0.35 : 0.6} />
      )}
    </>
  );
}
