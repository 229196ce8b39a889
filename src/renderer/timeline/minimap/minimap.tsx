/** The whole run above the timeline, with a brush for what is in view. What is drawn never passes through React. */
import { useEffect, useRef } from 'react';
import { TruthBadge } from '../../ui/truth-badge';
import { mountMinimap } from './mount-minimap';
import './minimap.css';

export function Minimap() {
  const slider = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (slider.current === null || canvas.current === null) return;
    return mountMinimap(slider.current, canvas.current);
  }, []);
  return (
    <div className="minimap">
      <span className="minimap-label">
        <span aria-hidden="true">whole run</span>
        <TruthBadge method="minimap" small />
      </span>
      <div
        ref={slider}
        className="minimap-slider"
        role="slider"
        tabIndex={0}
        aria-label="Part of the run in view"
        aria-describedby="minimap-help"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={0}
        aria-valuenow={0}
      >
        <canvas ref={canvas} className="minimap-canvas" />
      </div>
      <p id="minimap-help" className="visually-hidden">
        Arrow keys move it, with Shift they make it wider or narrower, Home and End go to the begin and the end.
      </p>
    </div>
  );
}
