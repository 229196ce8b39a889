/** The cross on the map: arrow keys move it, Enter runs what it stands for. */
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Costs } from '../../../shared/break-even/costs';
import { predict } from '../../../shared/break-even/predict';
import { putCross, runPoint } from '../../actions/break-even';
import { type MapScale, stepped } from '../../derive/break-even/map-scale';
import { type Controls, settingOf } from '../../derive/break-even/setting';
import { breakEvenStore } from '../../store/break-even';
import { placeText, verdictText } from './break-even-words';

interface CrossButtonProps {
  readonly costs: Costs;
  readonly controls: Controls;
  readonly scale: MapScale;
}

const ALONG: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function CrossButton({ costs, controls, scale }: CrossButtonProps) {
  const busy = useStore(breakEvenStore, ({ doing }) => doing !== null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = ALONG[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    putCross(stepped(controls, ...step));
  };
  const said = verdictText(predict(costs, settingOf(controls)).speedup);
  return (
    <button
      type="button"
      className="break-even-cross-button"
      style={{ left: scale.xOf(controls.taskMs) - 12, top: scale.yOf(controls.bytes) - 12 }}
      aria-label={`Cross at ${placeText(controls)}: ${said}, predicted. Arrow keys move it, Enter runs it`}
      aria-disabled={busy}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.focus()}
      // A click by pointer is for the map below; of the keyboard it has no detail.
      onClick={({ detail }) => detail === 0 && void runPoint()}
    />
  );
}
