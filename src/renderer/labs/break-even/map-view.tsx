/** The map: controls above it, then what is known of the place at the cross. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { Costs } from '../../../shared/break-even/costs';
import { useSize } from '../../panels/bottom/charts/use-size';
import { breakEvenStore } from '../../store/break-even';
import { BreakEvenControlsRow } from './controls-row';
import { MapFigure } from './map-figure';
import { MapKey } from './map-key';
import { Readout } from './readout';
import { RunPointButton } from './run-point-button';

export function MapView({ costs }: { readonly costs: Costs }) {
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const controls = useStore(breakEvenStore, (state) => state.controls);
  const dots = useStore(breakEvenStore, (state) => state.dots);
  const chosen = useStore(breakEvenStore, (state) => state.chosen);
  return (
    <>
      <div className="break-even-row">
        <BreakEvenControlsRow withWorkers />
        <RunPointButton />
      </div>
      <Readout costs={costs} />
      <div ref={room} className="break-even-room">
        {size !== null && size.height > 0 && (
          <MapFigure costs={costs} controls={controls} dots={dots} chosen={chosen} {...size} />
        )}
      </div>
      <MapKey />
    </>
  );
}
