/** What a hand does at a timeline: input of the window, event by event, as fast as a common mouse reports. */
import { setTimeout as after } from 'node:timers/promises';
import type { InputEvent, WebContents } from 'electron';
import type { Figures } from '../protocol';
import type { Page } from './page';
import { recordFrames } from './recording';

/** Where the timeline is, in CSS pixels of the page. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How a viewer is moved about in. */
export interface Hand {
  /** What is held while the wheel zooms. */
  readonly zoomWith: NonNullable<InputEvent['modifiers']>;
  /** Pixels of the wheel for zooming by a tenth. */
  readonly zoomBy: number;
  /** The key that shows the whole session. */
  readonly homeKey: string;
}

interface Scene extends Hand {
  readonly contents: WebContents;
  readonly area: Area;
}

type Gesture = (scene: Scene, step: number) => void;

/** 125 reports a second. */
const REPORT_MS = 8;
const WARM_UP = 0.25;
/** Steps of zooming to where tasks are seen one by one: a tenth closer each, a thousand times in all. */
const CLOSE = 72;

/** Each gesture with how close it begins. */
const GESTURES: readonly { readonly name: string; readonly closer: number; readonly gesture: Gesture }[] = [
  { name: 'pan', closer: 0, gesture: pan },
  { name: 'panClose', closer: CLOSE, gesture: pan },
  { name: 'zoom', closer: 0, gesture: zoom },
  { name: 'hover', closer: 0, gesture: hover },
  { name: 'hoverClose', closer: CLOSE, gesture: hover },
];

/** Makes one gesture after the other. @returns figures of frames, their names preceded by the gesture's */
export async function measureGestures(page: Page, area: Area, durationMs: number, hand: Hand): Promise<Figures> {
  const { contents } = page;
  const scene = { ...hand, contents, area };
  const figures: Record<string, number> = {};
  for (const { name, closer, gesture } of GESTURES) {
    contents.sendInputEvent({ type: 'keyDown', keyCode: hand.homeKey });
    contents.sendInputEvent({ type: 'char', keyCode: hand.homeKey });
    contents.sendInputEvent({ type: 'keyUp', keyCode: hand.homeKey });
    await page.drawn();
    for (let step = 0; step < closer; step++) {
      turnToZoom(scene, 0.5, true);
      await after(REPORT_MS);
    }
    await page.wheelAtRest();
    // Code that is not compiled yet would be measured with it.
    await repeat(durationMs * WARM_UP, (step) => gesture(scene, step));
    await page.wheelAtRest();
    const found = await recordFrames(contents, () => repeat(durationMs, (step) => gesture(scene, step)));
    for (const [figure, value] of Object.entries(found)) figures[`${name}.${figure}`] = value;
    await page.wheelAtRest();
  }
  return figures;
}

/** Some way there and back, over and over. */
function pan({ contents, area }: Scene, step: number): void {
  wheel(contents, area, 0.5, { deltaX: Math.floor(step / 30) % 2 === 0 ? -24 : 24, deltaY: 0 });
}

/** In and out at a point that wanders, through four orders of magnitude. */
function zoom(scene: Scene, step: number): void {
  turnToZoom(scene, 0.3 + (0.4 * (step % 97)) / 97, Math.floor(step / 90) % 2 === 0);
}

/** Over all lanes, from corner to corner. */
function hover({ contents, area }: Scene, step: number): void {
  const x = Math.round(area.left + area.width * zigzag(step / 211));
  const y = Math.round(area.top + area.height * zigzag(step / 67));
  contents.sendInputEvent({ type: 'mouseMove', x, y });
}

function turnToZoom({ contents, area, zoomBy, zoomWith }: Scene, share: number, closer: boolean): void {
  wheel(contents, area, share, { deltaX: 0, deltaY: closer ? zoomBy : -zoomBy, modifiers: zoomWith });
}

/** There and back between 0 and 1. */
function zigzag(at: number): number {
  const phase = at % 2;
  return phase < 1 ? phase : 2 - phase;
}

interface Turn {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly modifiers?: Hand['zoomWith'];
}

function wheel(contents: WebContents, area: Area, share: number, turn: Turn): void {
  const x = Math.round(area.left + area.width * share);
  const y = Math.round(area.top + area.height / 2);
  contents.sendInputEvent({ type: 'mouseWheel', x, y, hasPreciseScrollingDeltas: true, canScroll: true, ...turn });
}

async function repeat(durationMs: number, make: (step: number) => void): Promise<void> {
  const until = performance.now() + durationMs;
  for (let step = 0; performance.now() < until; step++) {
    make(step);
    await after(REPORT_MS);
  }
}
