/**
 * The letters at the ends of lane labels as buttons, for the keyboard and for what a press opens. The canvas draws them,
 * and takes the mouse; these lie over it unseen. One stop of Tab for all, arrow keys lead from lane to lane.
 */
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useState } from 'react';
import { useStore } from 'zustand';
import { useThrottled } from '../store/throttled';
import { METHODS } from '../truth/methods';
import { landmark } from '../ui/landmark';
import { MethodText } from '../ui/method-text';
import type { LaneTruth, LaneTruthStore } from './lane-truths';

interface LaneTruthButtonsProps {
  readonly truths: LaneTruthStore;
  readonly label: string;
}

export function LaneTruthButtons({ truths, label }: LaneTruthButtonsProps) {
  const { places } = useThrottled(truths);
  const [current, setCurrent] = useState('');
  if (places.length === 0) return null;
  const entry = places.some(({ id }) => id === current) ? current : places[0]?.id;
  return (
    <div
      className="lane-truths"
      role="toolbar"
      aria-label={label}
      aria-orientation="vertical"
      onKeyDown={stepAmongLanes}
      data-testid="lane-truths"
    >
      {places.map((place) => (
        <LaneTruthButton
          key={place.id}
          truths={truths}
          place={place}
          inTabOrder={place.id === entry}
          onFocus={() => setCurrent(place.id)}
        />
      ))}
    </div>
  );
}

interface LaneTruthButtonProps {
  readonly truths: LaneTruthStore;
  readonly place: LaneTruth;
  readonly inTabOrder: boolean;
  onFocus(): void;
}

function LaneTruthButton({ truths, place, inTabOrder, onFocus }: LaneTruthButtonProps) {
  const { id, name, method, top, height } = place;
  const open = useStore(truths, (state) => state.open === id);
  const onOpenChange = (opens: boolean): void => {
    // One that closes because another has opened must not close that, too.
    if (opens || truths.getState().open === id) truths.setState({ open: opens ? id : null });
  };
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger
        className="lane-truth"
        style={{ top, height }}
        aria-label={`${name}: ${METHODS[method].kind}`}
        tabIndex={inTabOrder ? 0 : -1}
        data-track={id}
        onFocus={onFocus}
      />
      <Popover.Portal container={landmark()}>
        <Popover.Content
          className="truth"
          aria-label={`How ${name} was come by`}
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          // Where another has been opened meanwhile, the focus is there.
          onCloseAutoFocus={(event) => truths.getState().open !== null && event.preventDefault()}
        >
          <MethodText {...METHODS[method]} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function stepAmongLanes(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event;
  // What a button opens belongs to the bar only for React.
  if (!(target instanceof HTMLButtonElement) || !currentTarget.contains(target)) return;
  const buttons = [...currentTarget.querySelectorAll('button')];
  const here = buttons.indexOf(target);
  const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: buttons.length - 1 }[key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
}
