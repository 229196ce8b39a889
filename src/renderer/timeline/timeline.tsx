/** The timeline: mounts the canvas, its legend, tools and tooltip. What is drawn never passes through React. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { CaptionBar } from '../chapters/caption-bar';
import { SpokenMoment } from '../playback/spoken-moment';
import { TransportBar } from '../playback/transport-bar';
import { KeysOverlay } from '../presenter/keys-overlay';
import { SearchBar } from '../search/search-bar';
import { besideStore, factsStore } from '../store';
import { BesideTimeline } from './beside/beside-timeline';
import { shownCompared } from './beside/compared-parts';
import { RunCaption } from './beside/run-caption';
import { LaneList } from './lane-list';
import { LaneMenu } from './lane-menu';
import { LaneTruthButtons } from './lane-truth-buttons';
import { createLaneTruthStore } from './lane-truths';
import { LegendFold } from './legend-fold';
import { Minimap } from './minimap/minimap';
import { mountCanvas } from './mount-canvas';
import { NoteEditor } from './notes/note-editor';
import { SpokenAnswer } from './spoken-answer';
import { SpokenFocus } from './spoken-focus';
import { SpokenLanes } from './spoken-lanes';
import { SpokenStretch } from './spoken-stretch';
import { TimelineTools } from './timeline-tools';
import { Tooltip } from './tooltip';
import { ViewMenu } from './view-menu';
import './timeline.css';

const HELP = [
  'W and S zoom, A and D pan, F shows the whole run, L follows it, Alt with the left and right arrow goes back and forward.',
  'Arrow keys go from task to task, Enter selects one, Escape lets go.',
  'P replays a run that is over, brackets go from event to event in it.',
  'I and O begin and end a range at the task, Z zooms to it, X measures the task, M measures by dragging, N pins a note.',
].join(' ');

const truths = createLaneTruthStore();

export function Timeline() {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const spacer = useRef<HTMLDivElement>(null);
  const started = useStore(factsStore, (facts) => facts.started !== null);
  const compared = useStore(besideStore, (facts) => facts.started !== null);

  useEffect(() => {
    if (scroller.current === null || canvas.current === null || spacer.current === null) return;
    const elements = { scroller: scroller.current, canvas: canvas.current, spacer: spacer.current };
    return mountCanvas(elements, undefined, shownCompared, truths);
  }, []);

  return (
    <section className={compared ? 'timeline timeline-compared' : 'timeline'} aria-label="Timeline">
      <div className="timeline-bar">
        <LegendFold />
        <SearchBar />
        <ViewMenu />
        <TimelineTools />
      </div>
      <Minimap />
      <TransportBar />
      {compared && <RunCaption letter="A" facts={factsStore} texture="solid" none="The next run" />}
      <div className="timeline-body">
        <LaneMenu>
          <div
            ref={scroller}
            className="timeline-scroller"
            role="application"
            aria-label="Timeline of tasks"
            aria-roledescription="timeline"
            aria-describedby="timeline-help"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys listed in the description work here
            tabIndex={0}
          >
            <canvas ref={canvas} className="timeline-canvas" />
            <div ref={spacer} aria-hidden="true" />
          </div>
        </LaneMenu>
        <LaneTruthButtons truths={truths} label="Where lanes come from" />
        <NoteEditor />
        <KeysOverlay />
        {started ? (
          <Tooltip run={compared ? 'Run A' : undefined} />
        ) : (
          <p className="timeline-empty">
            Press <kbd>Space</kbd> to run{compared && ' and compare with B'}
          </p>
        )}
      </div>
      {compared && <BesideTimeline above={scroller} />}
      <CaptionBar />
      <p id="timeline-help" className="visually-hidden">
        {HELP}
      </p>
      <SpokenFocus />
      <SpokenLanes />
      <SpokenAnswer />
      <SpokenStretch />
      <SpokenMoment />
      <LaneList />
    </section>
  );
}
