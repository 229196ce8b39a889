/** Says of a number or a lane whether it was measured, derived or simulated; pressed, it tells how. */
import { Popover } from 'radix-ui';
import { memo, useRef, useState } from 'react';
import { KIND_LETTERS, type Method } from '../truth/method';
import { type MethodId, methodOf } from '../truth/methods';
import { landmark } from './landmark';
import { MethodText } from './method-text';

interface TruthBadgeProps {
  /** Of the catalogue in truth/methods.ts, or of a figure that brings its own. */
  readonly method: MethodId | Method;
  /** In the head of a column: its name is read there already. */
  readonly inHead?: boolean;
  /** Where there is no room for the word: its letter. */
  readonly small?: boolean;
  /** The name of the figure itself is pressed, with the letter of its kind behind it; left out: a badge with the word. */
  readonly label?: string;
  /** Where the arrow keys lead to it, only one of many is in the order of Tab. */
  readonly tabIndex?: number;
}

export const TruthBadge = memo(function TruthBadge({
  method,
  inHead = false,
  small = false,
  label,
  tabIndex,
}: TruthBadgeProps) {
  const told = methodOf(method);
  const { kind, name } = told;
  const button = useRef<HTMLButtonElement>(null);
  const [home, setHome] = useState<HTMLElement | null>(null);
  // What lies outside of an open dialog can be neither seen nor pressed.
  const find = (): void => setHome(button.current?.closest<HTMLElement>('[role="dialog"]') ?? landmark());
  return (
    <Popover.Root onOpenChange={(opens) => opens && find()}>
      <Popover.Trigger
        ref={button}
        className={label === undefined ? 'badge truth-badge' : 'truth-label'}
        aria-label={label ?? (inHead ? kind : `${kind}: ${name}`)}
        aria-description={inHead || label !== undefined ? `${kind}: how ${name} was come by` : undefined}
        data-letter={KIND_LETTERS[kind]}
        data-small={small || undefined}
        tabIndex={tabIndex}
        // What lies below it may be pressed too: a fold, a row of a table.
        onClick={(event) => event.stopPropagation()}
      >
        {label ?? <span className="truth-word">{kind}</span>}
      </Popover.Trigger>
      <Popover.Portal container={home}>
        <Popover.Content className="truth" aria-label={`How ${name} was come by`} sideOffset={4} collisionPadding={8}>
          <MethodText {...told} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
});
