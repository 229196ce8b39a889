/** What is known of the task that is pointed at, or that the arrow keys have reached. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { factsStore } from '../../store';
import { useThrottled } from '../../store/throttled';
import { heatTaskWords } from './heat-task-words';
import type { Race } from './race';
import type { RaceViewStore } from './race-view-store';
import { shownHeats } from './shown-heats';

const AWAY = 16;
const EDGE = 8;

interface RaceTipProps {
  readonly race: Race;
  readonly view: RaceViewStore;
  readonly scroller: RefObject<HTMLElement | null>;
}

export function RaceTip({ race, view, scroller }: RaceTipProps) {
  const { focus } = useStore(view);
  const state = useStore(race.store);
  const facts = useThrottled(factsStore);
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  useLayoutEffect(() => {
    const [tip, room] = [box.current, scroller.current];
    if (tip === null || room === null || focus === null) return;
    const y = focus.y - room.scrollTop;
    const fits = focus.x + AWAY + tip.offsetWidth + EDGE <= room.clientWidth;
    const left = fits ? focus.x + AWAY : Math.max(EDGE, focus.x - AWAY - tip.offsetWidth);
    const lowest = room.clientHeight - tip.offsetHeight - EDGE;
    setPlace({ left, top: Math.max(EDGE, Math.min(y + AWAY, lowest)) });
  }, [focus, scroller]);

  const heat = focus === null ? undefined : shownHeats(state, facts)[focus.contestant];
  const words =
    focus === null || heat === undefined
      ? []
      : heatTaskWords(state.contestants[focus.contestant]?.label ?? '', heat, focus.row);
  return (
    <>
      {words.length > 0 && (
        <div ref={box} className="race-tip" style={place} role="tooltip">
          {words.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <p className="visually-hidden" aria-live="polite">
        {focus?.byKeys === true ? words.join('. ') : ''}
      </p>
    </>
  );
}
