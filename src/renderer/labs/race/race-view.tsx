/** The picture of a race: mounts its canvas, its words for the task that is pointed at, and the line about how it stands. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { mountRace } from './mount-race';
import type { Race } from './race';
import { RaceLegend } from './race-legend';
import { RaceTip } from './race-tip';
import { createRaceViewStore } from './race-view-store';
import './race.css';

const HELP =
  'The left and right arrow go from task to task along the input, up and down to the same task in another heat.';

interface RaceViewProps {
  readonly race: Race;
  /** What will stand here, before the first race. */
  readonly empty: string;
}

export function RaceView({ race, empty }: RaceViewProps) {
  const [view] = useState(createRaceViewStore);
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const spacer = useRef<HTMLDivElement>(null);
  const none = useStore(race.store, ({ contestants }) => contestants.length === 0);

  useEffect(() => {
    if (scroller.current === null || canvas.current === null || spacer.current === null) return;
    return mountRace({ scroller: scroller.current, canvas: canvas.current, spacer: spacer.current }, race, view);
  }, [race, view]);

  return (
    <div className="race">
      <div
        ref={scroller}
        className="race-scroller"
        role="application"
        aria-label="Picture of the race"
        aria-describedby="race-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys listed in the description work here
        tabIndex={0}
      >
        <canvas ref={canvas} className="race-canvas" />
        <div ref={spacer} aria-hidden="true" />
      </div>
      {!none && <RaceLegend />}
      {none && <p className="race-empty">{empty}</p>}
      <RaceTip race={race} view={view} scroller={scroller} />
      <p id="race-help" className="visually-hidden">
        {HELP}
      </p>
    </div>
  );
}
