/** Buttons of the timeline. */
import { Maximize2, Radio, ZoomIn, ZoomOut } from 'lucide-react';
import { useStore } from 'zustand';
import { factsStore, viewStore } from '../store';
import { IconButton } from '../ui/button';
import { timelineCommands } from './commands';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
const ZOOM = 1.5;

export function TimelineTools() {
  const live = useStore(factsStore, (facts) => facts.started !== null && facts.ended === null);
  const following = useStore(viewStore, (view) => view.followLive) && live;
  return (
    <div className="timeline-tools" role="toolbar" aria-label="Timeline tools">
      <IconButton label="Zoom out" shortcut="S" onClick={() => timelineCommands.zoom(1 / ZOOM)}>
        <ZoomOut {...ICON} />
      </IconButton>
      <IconButton label="Zoom in" shortcut="W" onClick={() => timelineCommands.zoom(ZOOM)}>
        <ZoomIn {...ICON} />
      </IconButton>
      <IconButton label="Fit the whole run" shortcut="F" onClick={() => timelineCommands.fit()}>
        <Maximize2 {...ICON} />
      </IconButton>
      <IconButton
        label="Follow live"
        shortcut="L"
        aria-pressed={following}
        onClick={() => timelineCommands.toggleFollow()}
      >
        <Radio {...ICON} />
      </IconButton>
    </div>
  );
}
