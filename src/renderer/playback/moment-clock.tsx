/** The moment of a replay and the end of the run on the axis, in one unit: `123.4 / 412.0 ms`. */
import { useRef } from 'react';
import { momentFigure, momentText } from './moment-text';
import { type Moment, useMoment } from './use-moment';

const STEPS = 1000;

export function MomentClock() {
  const text = useRef<HTMLSpanElement>(null);
  useMoment(text, write);
  return <span ref={text} className="replay-clock" data-testid="replay-clock" />;
}

function write(element: HTMLElement, { ns, beginNs, lengthNs }: Moment): void {
  const stepNs = lengthNs / STEPS;
  element.textContent = `${momentFigure(beginNs + ns, lengthNs, stepNs)} / ${momentText(beginNs + lengthNs, lengthNs, stepNs)}`;
}
