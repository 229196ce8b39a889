/**
 * The journey of one task as a strip: P, the process that owns the pool, above; W, the worker, below; in between what
 * is in flight. A piece that is pointed at or has the focus lights up its phase in the table below.
 */
import { useRef, useState } from 'react';
import { formatDuration } from '../../shared/format';
import { PHASE_LABELS, type Phase } from '../../shared/phases';
import { JOURNEY_SCALES, type JourneyPiece, type JourneyScale } from '../derive/journey';
import { JourneyPieceMark, type StripLines } from './journey-piece';
import { Segments } from './segments';
import { useWidth } from './use-width';

interface JourneyStripProps {
  readonly pieces: readonly JourneyPiece[];
  readonly scale: JourneyScale;
  readonly active: Phase | null;
  onScale(scale: JourneyScale): void;
  onActive(phase: Phase | null): void;
}

const LEFT = 20;
/** In a wide inspector, as on a projector, everything is larger. */
const WIDE = 400;
const SMALL: StripLines = {
  caller: { y: 4, height: 24 },
  between: { y: 32, height: 8 },
  worker: { y: 44, height: 24 },
  height: 72,
  text: 12,
};
const LARGE: StripLines = {
  caller: { y: 4, height: 32 },
  between: { y: 40, height: 16 },
  worker: { y: 60, height: 32 },
  height: 96,
  text: 13,
};
const WHERE = { caller: 'in P', between: 'between the two', worker: 'in W' } as const;
const SCALE_TEXTS = { root: '√ time', linear: 'time' } as const satisfies Record<JourneyScale, string>;
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowRight: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_, last) => last,
};

export function JourneyStrip({ pieces, scale, active, onScale, onActive }: JourneyStripProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  /** The piece that Tab reaches. */
  const [reached, setReached] = useState(0);
  const lines = width >= WIDE ? LARGE : SMALL;
  const last = pieces.length - 1;
  const stop = Math.min(reached, last);
  const move = (event: React.KeyboardEvent): void => {
    const to = STEPS[event.key]?.(stop, last);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setReached(to);
    box.current?.querySelectorAll<SVGElement>('[data-piece]')[to]?.focus();
  };
  return (
    <figure className="journey" aria-label="Journey of the task between the two processes">
      <div ref={box} role="listbox" aria-label="Pieces of the journey: P above, W below" tabIndex={-1} onKeyDown={move}>
        {width > 0 && (
          <svg width={width} height={lines.height} data-large={lines === LARGE || undefined} role="presentation">
            <text x="0" y={lines.caller.y + lines.caller.height / 2} className="journey-side">
              P
            </text>
            <text x="0" y={lines.worker.y + lines.worker.height / 2} className="journey-side">
              W
            </text>
            {pieces.map((piece, index) => (
              <JourneyPieceMark
                key={piece.from}
                piece={piece}
                lines={lines}
                left={LEFT + piece.start * (width - LEFT)}
                width={piece.width * (width - LEFT)}
                name={`${PHASE_LABELS[piece.phase]} ${formatDuration(piece.nanos)}, ${WHERE[piece.side]}`}
                isActive={piece.phase === active}
                isFaint={active !== null && piece.phase !== active}
                isStop={index === stop}
                onActive={(on) => onActive(on ? piece.phase : null)}
                onFocus={() => setReached(index)}
              />
            ))}
          </svg>
        )}
      </div>
      <figcaption>
        <span>P: pool, W: worker</span>
        <Segments
          label="Widths of the pieces"
          value={scale}
          choices={JOURNEY_SCALES.map((value) => ({ value, text: SCALE_TEXTS[value] }))}
          onChange={onScale}
        />
      </figcaption>
    </figure>
  );
}
