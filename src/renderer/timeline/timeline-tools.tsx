/** Buttons of the timeline. */
import { Maximize2, Radio, ZoomIn, ZoomOut } from 'lucide-react';
import { useStore } from 'zustand';
import { factsStore, viewStore } from '../store';
import { timelineCommands } from './commands';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
const ZOOM = 1.5;

export function TimelineTools() {
  const live = useStore(factsStore, (facts) => facts.started !== null && facts.ended === null);
  const following = useStore(viewStore, (view) => view.followLive) && live;
  return (
    <div className="timeline-tools" role="toolbar" aria-label="Timeline tools">
      <button
        type="button"
        className="button button-icon"
        aria-label="Zoom out"
        title="Zoom out (S)"
        onClick={() => timelineCommands.zoom(1 / ZOOM)}
      >
        <ZoomOut {...ICON} />
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label="Zoom in"
        title="Zoom in (W)"
        onClick={() => timelineCommands.zoom(ZOOM)}
      >
        <ZoomIn {...ICON} />
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label="Fit the whole run"
        title="Fit (F)"
        onClick={() => timelineCommands.fit()}
      >
        <Maximize2 {...ICON} />
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label="Follow live"
        aria-pressed={following}
        title="Follow live (L)"
        onClick={() => timelineCommands.toggleFollow()}
      >
        <Radio {...ICON} />
      </button>
    </div>
  );
}
