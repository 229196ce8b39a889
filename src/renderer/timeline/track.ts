/** What a track is, and what it is given to draw one frame from. */
import type { Chapter } from '../../shared/annotations';
import type { RunIndex } from '../derive/run-index';
import type { SliceRef } from '../derive/slices/slice-facts';
import type { SliceMatches } from '../derive/slices/slice-search';
import type { Facts } from '../store/facts';
import type { Gap, View } from '../store/view';
import type { MethodId } from '../truth/methods';
import type { KeptStrips } from './kept-strips';
import type { LaneBands } from './lane-bands';
import type { LaneLook } from './lane-look';
import type { Layout } from './layout';
import type { PixelStrip } from './pixel-strip';
import type { Theme } from './theme';
import type { Ticks, TimeScale } from './time-scale';

/** Width of the column of labels at the left, in CSS pixels. */
export const GUTTER = 168;

/** The part of a canvas context that tracks use; tests record the calls. */
export type Context2D = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'clip'
  | 'closePath'
  | 'drawImage'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'rect'
  | 'restore'
  | 'save'
  | 'setLineDash'
  | 'stroke'
  | 'strokeRect'
  | 'strokeStyle'
  | 'textAlign'
  | 'textBaseline'
>;

/** Everything that one frame is drawn from. */
export interface Frame {
  readonly facts: Facts;
  readonly index: RunIndex;
  readonly view: View;
  readonly theme: Theme;
  readonly scale: TimeScale;
  readonly ticks: Ticks;
  /** Zero of the axis, ns since the clock base. */
  readonly originNs: number;
  /** Until when unfinished spans reach, ns since the clock base; not later than `asOfNs`. */
  readonly nowNs: number;
  /** Nothing later is drawn: spans are cut there. Infinity: all that is known is drawn. */
  readonly asOfNs: number;
  /** Device pixels per CSS pixel. */
  readonly dpr: number;
  /** What tasks are painted with. */
  readonly look: LaneLook;
  /** Slices that match what is searched for; null: nothing is, or none does. */
  readonly sliceMatches: SliceMatches | null;
  /** Shared by all tracks of a frame. */
  readonly strip: PixelStrip;
  /** Strips of lanes that need not be filled again; left out: each is filled in each frame. */
  readonly kept?: KeptStrips | undefined;
  /** By time; left out: there are none. */
  readonly chapters?: readonly Chapter[] | undefined;
}

/** What is under a point. */
export interface Hit {
  /** Row of the task, or null. */
  readonly row: number | null;
  /** Tasks within the same pixel. */
  readonly merged: number;
  /** One line about what is not a task. */
  readonly text: string;
  /** The gap that the point lies in, where a click may ask why. */
  readonly gap?: Gap;
  /** The slice of a trace that it is. */
  readonly slice?: SliceRef;
  /** The note whose flag it is. */
  readonly note?: number;
  /** Position of the chapter whose flag it is. */
  readonly chapter?: number;
  /** The track of which it is the letter that says how it was come by. */
  readonly truth?: string;
  /** Row of the run beside, where that lies over this one. */
  readonly over?: number;
}

export interface Track {
  readonly id: string;
  /** In CSS pixels. */
  readonly height: number;
  /** Draws with its upper edge at `top`. All measures are CSS pixels of the canvas; the context is scaled to that. */
  draw(ctx: Context2D, frame: Frame, top: number): void;
  /** @param y from the track's upper edge */
  hit(x: number, y: number, frame: Frame): Hit | null;
  /** How what is drawn here was come by; left out: it is nothing that happened. */
  truth?(facts: Facts): MethodId;
  /** The edge nearest to a moment, for measuring; NaN: none within reach. */
  nearestEdge?(atNs: number, reachNs: number, frame: Frame): number;
}

/** A lane among those that scroll: what one worker, one slot or one line of chunks did. */
export interface LaneTrack extends Track {
  /** See store/lane-settings.ts. */
  readonly key: number;
  /** Where things stand in it. */
  readonly bands: LaneBands;
  /** Whether the work on a row is drawn here. */
  owns(row: number, frame: Frame): boolean;
  /** Indexes of the workers whose every task is drawn here; null: a line of chunks, of any workers. */
  workers(frame: Frame): readonly number[] | null;
  /** Whether all that a worker did is drawn here. */
  showsWorker(worker: number, frame: Frame): boolean;
}

/** Something drawn over all tracks, in the order of OVERLAYS in canvas-view.ts. */
export interface Overlay {
  readonly id: string;
  draw(ctx: Context2D, frame: Frame, layout: Layout): void;
}
