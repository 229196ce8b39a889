/** A button over each dot: it tells about its run, and can be dragged. One tab stop for all, arrow keys from one to the next. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { chooseDot } from '../../actions/break-even';
import type { Dot } from '../../derive/break-even/dots';
import type { MapScale } from '../../derive/break-even/map-scale';
import { Tip } from '../../ui/tip';
import { dotText } from './break-even-words';

interface DotButtonsProps {
  readonly dots: readonly Dot[];
  readonly scale: MapScale;
  readonly chosen: number | null;
  onDrag(event: PointerEvent, dot: Dot): void;
}

const STEP: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

export function DotButtons({ dots, scale, chosen, onDrag }: DotButtonsProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  if (dots.length === 0) return null;
  const current = Math.max(
    0,
    dots.findIndex(({ runId }) => runId === chosen),
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = STEP[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(event.target as HTMLButtonElement) + step];
    next?.focus();
  };
  return (
    <fieldset
      ref={group}
      className="break-even-dots"
      aria-label="Runs on the map: arrow keys go from one to the next"
      onKeyDown={onKeyDown}
    >
      {dots.map((dot, index) => (
        <Tip key={dot.runId} text={dotText(dot)}>
          <button
            type="button"
            className="break-even-dot-button"
            data-testid="break-even-dot"
            data-run={dot.runId}
            data-speedup={dot.speedup}
            style={{ left: scale.xOf(dot.taskMs) - 12, top: scale.yOf(dot.bytes) - 12 }}
            aria-label={dotText(dot)}
            aria-pressed={dot.runId === chosen}
            tabIndex={index === current ? 0 : -1}
            onPointerDown={(event) => onDrag(event, dot)}
            onClick={({ detail }) => detail === 0 && chooseDot(dot)}
          />
        </Tip>
      ))}
    </fieldset>
  );
}
