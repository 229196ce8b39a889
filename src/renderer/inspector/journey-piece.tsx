/** One piece of the journey strip, with its name on it where that fits. */
import { formatDuration } from '../../shared/format';
import { PHASE_LABELS, type Phase } from '../../shared/phases';
import type { JourneyPiece } from '../derive/journey';
import { PHASE_SWATCHES } from '../timeline/phase-swatches';
import { TILE, texturePath } from '../timeline/textures';

export interface StripLines {
  readonly caller: StripLine;
  readonly between: StripLine;
  readonly worker: StripLine;
  readonly height: number;
  /** Size of the text in px. */
  readonly text: number;
}
interface StripLine {
  readonly y: number;
  readonly height: number;
}

interface JourneyPieceProps {
  readonly piece: JourneyPiece;
  readonly lines: StripLines;
  readonly left: number;
  readonly width: number;
  /** All that is to be said of it, for a tooltip and a screen reader. */
  readonly name: string;
  readonly isActive: boolean;
  readonly isFaint: boolean;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  onActive(on: boolean): void;
  onFocus(): void;
}

/** Of a character of the mono font, for each px of its size. */
const CHARACTER = 0.605;
const PADDING = 4;
/** Lower than this a line has no room for text. */
const TEXT_HEIGHT = 16;
/** On these the text of the theme cannot be read in the dark. */
const BRIGHT: ReadonlySet<Phase> = new Set([
  'dumpsArgs',
  'dumpsResult',
  'loadsArgs',
  'loadsResult',
  'sendArgs',
  'sendResult',
  'orderWait',
]);

export function JourneyPieceMark(props: JourneyPieceProps) {
  const { piece, lines, left, width, name, isActive, isFaint, isStop, onActive, onFocus } = props;
  const { y, height } = lines[piece.side];
  const { color, texture } = PHASE_SWATCHES[piece.phase];
  // A piece too short to be seen is drawn one pixel wide.
  const box = { x: left, y, width: Math.max(1, width), height };
  const text = height < TEXT_HEIGHT ? '' : label(piece, width, lines.text * CHARACTER);
  const ink = piece.phase === 'run' ? 'dark' : BRIGHT.has(piece.phase) ? 'bright' : 'plain';
  return (
    <g
      role="option"
      aria-selected={isActive}
      data-piece={piece.phase}
      data-active={isActive || undefined}
      data-faint={isFaint || undefined}
      aria-label={name}
      tabIndex={isStop ? 0 : -1}
      onPointerEnter={() => onActive(true)}
      onPointerLeave={() => onActive(false)}
      onFocus={() => {
        onFocus();
        onActive(true);
      }}
      onBlur={() => onActive(false)}
    >
      <title>{name}</title>
      <rect {...box} fill={`var(${color})`} />
      {texture !== 'solid' && (
        <>
          <pattern id={`journey-${piece.from}`} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
            <path d={texturePath(texture)} fill={texture === 'ticks' ? 'var(--text)' : 'var(--bg)'} />
          </pattern>
          <rect {...box} fill={`url(#journey-${piece.from})`} opacity={texture === 'ticks' ? 0.35 : 0.6} />
        </>
      )}
      {text !== '' && (
        <>
          {/* On a texture text could not be read. */}
          <rect
            x={left + (width - text.length * lines.text * CHARACTER) / 2 - 2}
            y={y + height / 2 - 8}
            width={text.length * lines.text * CHARACTER + 4}
            height={16}
            fill={`var(${color})`}
          />
          <text x={left + width / 2} y={y + height / 2} className="journey-label" data-ink={ink}>
            {text}
          </text>
        </>
      )}
      <rect
        {...box}
        className="journey-outline"
        x={box.x - 1}
        y={y - 1}
        width={Math.max(6, box.width + 2)}
        height={height + 2}
      />
    </g>
  );
}

/** As much of it as fits: name and time, the name, or nothing. */
function label({ phase, nanos }: JourneyPiece, width: number, character: number): string {
  const name = PHASE_LABELS[phase].replace(/ (argument|result)$/, '');
  const whole = `${name} ${formatDuration(nanos)}`;
  const fits = (text: string): boolean => text.length * character + 2 * PADDING <= width;
  return [whole, name].find(fits) ?? '';
}
