/** The run beside: a timeline of its own below that of the shown run, on the same stretch of time. */
import { ArrowUpDown, Layers, Link2, X } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useActions } from '../../actions/context';
import { besideStore, factsStore, laneStore } from '../../store';
import { compareStore } from '../../store/compare';
import type { Facts } from '../../store/facts';
import { useThrottled } from '../../store/throttled';
import { IconButton } from '../../ui/button';
import { LaneTruthButtons } from '../lane-truth-buttons';
import { createLaneTruthStore } from '../lane-truths';
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
  const alone = useStore(factsStore, (facts) => facts.started === null);
  // There is nothing to lie over yet.
  const below = !overlaid || alone;
  useEffect(followShown, []);
  return (
    <>
      <RunCaption letter="B" facts={besideStore} texture="falling">
        {overlaid && !alone && <LeftOut />}
        <BesideButtons below={below} />
      </RunCaption>
      {below && <BesideCanvas above={above} />}
    </>
  );
}

const truths = createLaneTruthStore();

function BesideCanvas({ above }: { readonly above: RefObject<HTMLElement | null> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const spacer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (scroller.current === null || canvas.current === null || spacer.current === null) return;
    const elements = { scroller: scroller.current, canvas: canvas.current, spacer: spacer.current };
    const endings = [
      mountCanvas(elements, besideRun, besideCompared, truths),
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
      <LaneTruthButtons truths={truths} label="Where lanes of run B come from" />
      <Tooltip facts={besideStore} view={besideRun.view} run="Run B" />
      <SpokenFocus facts={besideStore} view={besideRun.view} run="Run B" />
    </div>
  );
}

/** What of the run beside has no lane to lie in. */
function LeftOut() {
  const groupBy = useStore(laneStore, (lanes) => lanes.groupBy);
  const [shown, beside] = [useThrottled(factsStore), useThrottled(besideStore)];
  const more = slotCount(beside) - slotCount(shown);
  if (groupBy === 'chunk') return <span className="run-caption-none">Not in lanes of chunks</span>;
  if (more <= 0) return <span className="run-caption-none">Slot by slot below A</span>;
  return <span className="run-caption-none">{`${more} more ${more === 1 ? 'slot' : 'slots'} than A, not shown`}</span>;
}

/** The highest number of a slot, and one: few processes are replaced so often that looking at them is felt. */
const slotCount = ({ data }: Facts): number => data.workers.reduce((most, { slot }) => Math.max(most, slot + 1), 0);

function BesideButtons({ below }: { readonly below: boolean }) {
  const { letBesideGo, swapRuns } = useActions();
  const together = useStore(compareStore, (compare) => compare.scrollTogether);
  return (
    <>
      <IconButton
        label="Lay B over A"
        shortcut="Shift+V"
        aria-pressed={!below}
        onClick={() => compareStore.setState(({ overlaid }) => ({ overlaid: !overlaid }))}
      >
        <Layers {...ICON} />
      </IconButton>
      {below && (
        <IconButton
          label="Scroll together"
          aria-pressed={together}
          onClick={() => compareStore.setState({ scrollTogether: !together })}
        >
          <Link2 {...ICON} />
        </IconButton>
      )}
      <IconButton label="Swap the two runs" onClick={swapRuns}>
        <ArrowUpDown {...ICON} />
      </IconButton>
      <IconButton label="Let run B go" shortcut="V" onClick={letBesideGo}>
        <X {...ICON} />
      </IconButton>
    </>
  );
}
