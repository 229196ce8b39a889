/**
 * What part of the run is looked at, and what is pointed at. Pure functions move the viewport; commands in
 * timeline/commands.ts apply them. Nothing here is a fact of the run.
 */
import { createStore } from 'zustand/vanilla';
import { type Nanos, nanos, type Row } from '../../shared/units';
import type { Extent } from '../derive/run-extent';
import type { SliceRef } from '../derive/slices/slice-facts';
import { noHistory, type ViewHistory } from './view-history';

/** A stretch of time: [startNs, endNs). */
export interface Viewport {
  readonly startNs: Nanos;
  readonly endNs: Nanos;
}

/** Where the pointer is, in CSS pixels of the timeline, and what is under it. */
export interface Hover {
  readonly xPx: number;
  readonly yPx: number;
  readonly row: Row | null;
  /** Tasks that share the pixel with the row, itself included. */
  readonly merged: number;
  /** What is there when it is not a task; empty: nothing to tell. */
  readonly text: string;
}

/** A stretch of time whose tasks are summed up, in some lanes or in all. */
export interface Range extends Viewport {
  /** Indexes of workers; null: all. */
  readonly workers: readonly number[] | null;
}

/** A stretch in which a worker had nothing to do. */
export interface Gap extends Viewport {
  readonly worker: number;
}

/** A span that proves what is said of a run: it is outlined on the timeline. */
export interface Evidence extends Viewport {
  /** Index of the worker whose lane it is on; null: the caller's. */
  readonly worker: number | null;
}

/** What a plain drag on the timeline does. */
export type Tool = 'pan' | 'range' | 'measure';

/** Where the pointer is on the plot, whatever is under it. */
export interface Pointer {
  readonly xPx: number;
  readonly yPx: number;
  readonly atNs: Nanos;
}

export interface View {
  readonly viewport: Viewport;
  /** The viewport moves with the run. */
  readonly followLive: boolean;
  /** The viewport shows the whole run, and goes on doing so while it grows. */
  readonly fitted: boolean;
  /** Rows that are selected, in the order in which they were; the inspector shows the last. */
  readonly selection: readonly Row[];
  /** The slice of a trace that is selected: then no task is. */
  readonly slice: SliceRef | null;
  /** The span that arrow keys have reached. */
  readonly focusedRow: Row | null;
  readonly hover: Hover | null;
  /** null while it is elsewhere, or drags. */
  readonly pointer: Pointer | null;
  readonly range: Range | null;
  /** The range is being dragged: what is costly about it waits. */
  readonly rangeMoves: boolean;
  /** What is measured: from one moment to another, in either direction. */
  readonly measure: Viewport | null;
  /** The gap that was asked about. */
  readonly gap: Gap | null;
  readonly evidence: readonly Evidence[];
  readonly tool: Tool;
  readonly history: ViewHistory;
}

export const noView = (): View => ({
  viewport: { startNs: nanos(0), endNs: nanos(1e9) },
  followLive: true,
  fitted: true,
  selection: [],
  slice: null,
  focusedRow: null,
  hover: null,
  pointer: null,
  range: null,
  rangeMoves: false,
  measure: null,
  gap: null,
  evidence: [],
  tool: 'pan',
  history: noHistory,
});

export const createViewStore = () => createStore<View>(noView);
export type ViewStore = ReturnType<typeof createViewStore>;

/** The row that was selected last, or null. */
export const selectedRow = ({ selection }: View): Row | null => selection.at(-1) ?? null;

/** Closer than this nothing is left to see: clocks tick in tens of nanoseconds. */
export const MIN_SPAN_NS = 1e3;
const MIN_FIT_NS = 1e5;
/** Part of the viewport that must still show the run. */
const OVERLAP = 0.1;

export const spanOf = ({ startNs, endNs }: Viewport): number => endNs - startNs;

const viewport = (startNs: number, endNs: number): Viewport => ({ startNs: nanos(startNs), endNs: nanos(endNs) });

/** Keeps the moment `atNs` where it is. @param factor above 1: closer */
export function zoomViewport({ startNs, endNs }: Viewport, atNs: number, factor: number): Viewport {
  return viewport(atNs - (atNs - startNs) / factor, atNs + (endNs - atNs) / factor);
}

export function panViewport({ startNs, endNs }: Viewport, byNs: number): Viewport {
  return viewport(startNs + byNs, endNs + byNs);
}

/** Not closer than a microsecond, not wider than twice the run, and never so far that the run is out of sight. */
export function clampViewport(wanted: Viewport, { originNs, endNs }: Extent): Viewport {
  const widest = Math.max(MIN_FIT_NS, (endNs - originNs) * 2);
  const span = Math.min(Math.max(spanOf(wanted), MIN_SPAN_NS), widest);
  const middle = (wanted.startNs + wanted.endNs) / 2;
  const lowest = originNs - span * (1 - OVERLAP);
  const highest = endNs - span * OVERLAP;
  const start = Math.min(Math.max(middle - span / 2, lowest), highest);
  return viewport(start, start + span);
}

/** The whole run with a little air. */
export function fitViewport({ originNs, endNs }: Extent): Viewport {
  const span = Math.max(MIN_FIT_NS, endNs - originNs);
  return viewport(originNs - span * 0.01, originNs + span * 1.03);
}

/**
 * The whole run while it grows: the picture fills from left to right and is rescaled in steps, so that it stands still
 * in between.
 */
export function fitLiveViewport({ originNs, endNs }: Extent): Viewport {
  const wanted = Math.max(1e8, (endNs - originNs) * 1.02);
  const decade = 10 ** Math.floor(Math.log10(wanted));
  const step = STEPS.find((candidate) => candidate * decade >= wanted) ?? 10;
  return viewport(originNs - step * decade * 0.01, originNs + step * decade);
}
const STEPS = [1, 1.5, 2, 3, 5, 7.5, 10];

/** The last stretch of the run, as long as the viewport is now. */
export function followViewport(current: Viewport, { endNs }: Extent): Viewport {
  const span = spanOf(current);
  return viewport(endNs - span * 0.95, endNs + span * 0.05);
}

/** A stretch of time with a little air on both sides. */
export function aroundViewport(fromNs: number, toNs: number): Viewport {
  const margin = (toNs - fromNs) * 0.05;
  return viewport(fromNs - margin, toNs + margin);
}

/** Moves as little as needed to bring [fromNs, toNs] into view; zooms out when it does not fit. */
export function revealViewport(current: Viewport, fromNs: number, toNs: number): Viewport {
  const span = spanOf(current);
  const margin = span * 0.05;
  if (toNs - fromNs > span - 2 * margin) {
    return viewport(fromNs - (toNs - fromNs) * 0.1, toNs + (toNs - fromNs) * 0.1);
  }
  if (fromNs < current.startNs + margin) return panViewport(current, fromNs - margin - current.startNs);
  if (toNs > current.endNs - margin) return panViewport(current, toNs + margin - current.endNs);
  return current;
}
