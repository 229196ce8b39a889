/** Buttons of the timeline. Each names its key. */
import { ArrowLeft, ArrowRight, BetweenVerticalStart, Maximize2, Radio, Ruler, ZoomIn, ZoomOut } from 'lucide-react';
import { useStore } from 'zustand';
import { isLive } from '../derive/is-live';
import { ReplayButton } from '../playback/replay-button';
import { factsStore, viewStore } from '../store';
import { IconButton } from '../ui/button';
import { timelineCommands } from './commands';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
const ZOOM = 1.5;

export function TimelineTools() {
  return (
    <div className="timeline-tools" role="toolbar" aria-label="Timeline tools">
      <ReplayButton />
      <Pointing />
      <Travel />
      <IconButton label="Zoom out" shortcut="S" onClick={() => timelineCommands.zoom(1 / ZOOM)}>
        <ZoomOut {...ICON} />
      </IconButton>
      <IconButton label="Zoom in" shortcut="W" onClick={() => timelineCommands.zoom(ZOOM)}>
        <ZoomIn {...ICON} />
      </IconButton>
      <IconButton label="Fit the whole run" shortcut="F" onClick={() => timelineCommands.fit()}>
        <Maximize2 {...ICON} />
      </IconButton>
      <FollowLive />
    </div>
  );
}

/** What a drag does. */
function Pointing() {
  const tool = useStore(viewStore, (view) => view.tool);
  return (
    <>
      <IconButton
        label="Select a range by dragging"
        shortcut="Shift and drag"
        aria-pressed={tool === 'range'}
        onClick={() => timelineCommands.toggleTool('range')}
      >
        <BetweenVerticalStart {...ICON} />
      </IconButton>
      <IconButton
        label="Measure by dragging"
        shortcut="M"
        aria-pressed={tool === 'measure'}
        onClick={() => timelineCommands.toggleTool('measure')}
      >
        <Ruler {...ICON} />
      </IconButton>
    </>
  );
}

/** Stays in the order of Tab where there is nothing to go to: a button that vanishes under the focus loses it. */
function Travel() {
  const canGoBack = useStore(viewStore, ({ history }) => history.past.length > 0);
  const canGoForward = useStore(viewStore, ({ history }) => history.future.length > 0);
  return (
    <>
      <IconButton
        label="Back to the view before"
        shortcut="Alt+Left"
        aria-disabled={!canGoBack}
        onClick={() => timelineCommands.back()}
      >
        <ArrowLeft {...ICON} />
      </IconButton>
      <IconButton
        label="Forward to the view after"
        shortcut="Alt+Right"
        aria-disabled={!canGoForward}
        onClick={() => timelineCommands.forward()}
      >
        <ArrowRight {...ICON} />
      </IconButton>
    </>
  );
}

function FollowLive() {
  const live = useStore(factsStore, isLive);
  const following = useStore(viewStore, (view) => view.followLive) && live;
  return (
    <IconButton
      label="Follow live"
      shortcut="L"
      aria-pressed={following}
      onClick={() => timelineCommands.toggleFollow()}
    >
      <Radio {...ICON} />
    </IconButton>
  );
}
