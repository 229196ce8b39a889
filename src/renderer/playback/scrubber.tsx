/** Moves through a run by hand: a slider as wide as the run, with a tick where each chapter begins. */
import { Slider } from 'radix-ui';
import { useRef } from 'react';
import { factsStore, playbackStore } from '../store';
import { useThrottled } from '../store/throttled';
import { player } from './app-player';
import { ChapterTicks } from './chapter-ticks';
import { momentText } from './moment-text';
import { type Moment, momentNow, useMoment } from './use-moment';

const STEPS = 1000;

export function Scrubber() {
  const root = useRef<HTMLSpanElement>(null);
  useMoment(root, placeKnob);
  // What a screen reader is told need not follow each frame; the knob that is seen does.
  useThrottled(playbackStore);
  const moment = momentNow() ?? { ns: 0, beginNs: 0, lengthNs: 0 };
  return (
    <Slider.Root
      ref={root}
      className="replay-scrubber"
      min={0}
      max={STEPS}
      value={[Math.round(shareOf(moment) * STEPS)]}
      onValueChange={([step = 0]) => seekTo(step)}
    >
      <Slider.Track className="replay-rail">
        <span className="replay-past" />
        <ChapterTicks />
        <span className="replay-knob" />
      </Slider.Track>
      <Slider.Thumb className="replay-thumb" aria-label="Moment of the run" aria-valuetext={inWords(moment)} />
    </Slider.Root>
  );
}

function seekTo(step: number): void {
  const moment = momentNow();
  const { atNs } = playbackStore.getState();
  if (moment === null || atNs === null) return;
  player.seek(atNs - moment.ns + (moment.lengthNs * step) / STEPS);
}

const shareOf = ({ ns, lengthNs }: Moment): number => (lengthNs > 0 ? ns / lengthNs : 0);

function placeKnob(element: HTMLElement, moment: Moment): void {
  element.style.setProperty('--replay-share', String(shareOf(moment)));
}

function inWords({ ns, beginNs, lengthNs }: Moment): string {
  const of = (at: number): string => momentText(at, lengthNs, lengthNs / STEPS);
  return factsStore.getState().started === null ? '' : `${of(beginNs + ns)} of ${of(beginNs + lengthNs)}`;
}
