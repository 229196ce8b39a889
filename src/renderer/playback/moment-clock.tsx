/** The moment of a replay and the length of the run, in one unit: `123.4 of 412.0 ms`. */
import { useRef } from 'react';
import { momentFigure, momentText } from './moment-text';
import { type Moment, useMoment } from './use-moment';

const STEPS = 1000;

export function MomentClock() {
  const text = useRef<HTMLSpanElement>(null);
  useMoment(text, write);
  return <span ref={text} className="replay-clock" data-testid="replay-clock" />;
}

function write(element: HTMLElement, { ns, lengthNs }: Moment): void {
  const stepNs = lengthNs / STEPS;
  element.textContent = `${momentFigure(ns, lengthNs, stepNs)} / ${momentText(lengthNs, lengthNs, stepNs)}`;
}
