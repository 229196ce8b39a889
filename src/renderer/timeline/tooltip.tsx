/** What is under the pointer: a task with every phase, or one line. Floats beside the pointer, within the timeline. */
import { useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../shared/format';
import { tasksAreDerived } from '../derive/is-live';
import { taskFacts } from '../derive/task-facts';
import { factsStore, viewStore } from '../store';
import type { FactsStore } from '../store/facts';
import { useThrottled } from '../store/throttled';
import type { ViewStore } from '../store/view';
import { PhaseTable } from './phase-table';
import { TaskHeading } from './task-heading';

const AWAY = 16;
const EDGE = 8;

/** Upper and lower edge of the whole timeline, from the upper edge of a part of it. */
function spanOf(part: Element): [number, number] {
  const whole = part.closest('.timeline')?.getBoundingClientRect();
  const { top } = part.getBoundingClientRect();
  return whole === undefined ? [0, part.clientHeight] : [whole.top - top, whole.bottom - top];
}

interface TooltipProps {
  readonly facts?: FactsStore;
  readonly view?: ViewStore;
  /** Which of two runs it tells of; left out: there is one. */
  readonly run?: string | undefined;
}

export function Tooltip({ facts = factsStore, view = viewStore, run }: TooltipProps) {
  const hover = useStore(view, (state) => state.hover);
  // A task under way changes with each batch of news.
  const known = useThrottled(facts);
  const { data } = known;
  const derived = tasksAreDerived(known);
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const x = hover?.xPx ?? 0;
  const y = hover?.yPx ?? 0;

  useLayoutEffect(() => {
    const element = box.current;
    const room = element?.offsetParent;
    if (element === null || room === null || room === undefined) return;
    const right = x + AWAY + element.offsetWidth + EDGE <= room.clientWidth;
    const left = right ? x + AWAY : Math.max(EDGE, x - AWAY - element.offsetWidth);
    // Of two timelines above each other neither has room for all of it: it may lie on both.
    const [from, to] = room.closest('.timeline-compared') === null ? [0, room.clientHeight] : spanOf(room);
    const lowest = to - element.offsetHeight - EDGE;
    setPlace({ left, top: Math.max(from + EDGE, Math.min(y + AWAY, lowest)) });
  }, [x, y]);

  if (hover === null || (hover.row === null && hover.text === '')) return null;
  const task = hover.row === null ? null : taskFacts(data, hover.row);
  return (
    <div ref={box} className="timeline-tooltip" style={place} role="tooltip">
      {run !== undefined && <p className="timeline-tooltip-run">{run}</p>}
      {task === null ? (
        <p>{hover.text}</p>
      ) : (
        <>
          <TaskHeading task={task} />
          {hover.merged > 1 && (
            <p className="timeline-merged">
              one of {formatCount(hover.merged)} tasks at this pixel: zoom in to part them
            </p>
          )}
          <PhaseTable phases={task.phases} micros kind={derived ? 'derived' : 'measured'} />
        </>
      )}
    </div>
  );
}
