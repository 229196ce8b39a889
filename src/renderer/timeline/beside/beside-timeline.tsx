/** The run beside: a timeline of its own below that of the shown run, on the same stretch of time. */
import { ArrowUpDown, X } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useActions } from '../../actions/context';
import { besideStore } from '../../store';
import { compareStore } from '../../store/compare';
import { IconButton } from '../../ui/button';
import { mountCanvas } from '../mount-canvas';
import { SpokenFocus } from '../spoken-focus';
import { Tooltip } from '../tooltip';
import { besideRun, followShown } from './beside';
import { besideCompared } from './compared-parts';
import { RunCaption } from './run-caption';
import { scrollTogether } from './scroll-together';
import './beside.css';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function BesideTimeline({ above }: { readonly above: RefObject<HTMLElement | null> }) {
  const overlaid = useStore(compareStore, (compare) => compare.overlaid);
  useEffect(followShown, []);
  return (
    <>
      <RunCaption letter="B" facts={besideStore}>
        <BesideButtons />
      </RunCaption>
      {!overlaid && <BesideCanvas above={above} />}
    </>
  );
}

function BesideCanvas({ above }: { readonly above: RefObject<HTMLElement | null> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const spacer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (scroller.current === null || canvas.current === null || spacer.current === null) return;
    const elements = { scroller: scroller.current, canvas: canvas.current, spacer: spacer.current };
    const endings = [
      mountCanvas(elements, besideRun, besideCompared),
      above.current === null ? () => undefined : scrollTogether(above.current, scroller.current),
    ];
    return () => {
      for (const end of endings) end();
    };
  }, [above]);

  return (
    <div className="timeline-body">
      <div
        ref={scroller}
        className="timeline-scroller"
        role="application"
        aria-label="Timeline of tasks of run B"
        aria-roledescription="timeline"
        aria-describedby="timeline-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys listed in the description work here
        tabIndex={0}
      >
        <canvas ref={canvas} className="timeline-canvas" />
        <div ref={spacer} aria-hidden="true" />
      </div>
      <Tooltip facts={besideStore} view={besideRun.view} run="Run B" />
      <SpokenFocus facts={besideStore} view={besideRun.view} run="Run B" />
    </div>
  );
}

function BesideButtons() {
  const { letBesideGo, swapRuns } = useActions();
  return (
    <>
      <IconButton label="Swap the two runs" onClick={swapRuns}>
        <ArrowUpDown {...ICON} />
      </IconButton>
      <IconButton label="Let run B go" shortcut="V" onClick={letBesideGo}>
        <X {...ICON} />
      </IconButton>
    </>
  );
}
