/** What the timeline bench measures, part by part, and what is expected of it. */
import type { TimelineRequest, Viewer } from './protocol';

export type PartName = 'million' | 'file' | 'ten-million' | 'live' | 'speedscope';

export interface Target {
  /** A figure of the part's. */
  readonly figure: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Part {
  readonly name: PartName;
  readonly title: string;
  /** Cores are kept busy by processes beside it. */
  readonly busy?: boolean;
  readonly targets: readonly Target[];
  /** Tried one after the other until every viewer has an answer. */
  readonly sizes: readonly number[];
  readonly viewers: readonly Viewer[];
  request(tasks: number, viewer: Viewer, options: { gestureMs: number; speedscope: string }): TimelineRequest;
}

const WORKERS = 16;
const LIVE_SECONDS = 30;
const LIVE_RATE = 20_000;
/** Script for a frame, ms: half of what a frame at 60 a second has. */
const FRAME_MS = 8;

const open: Part['request'] = (tasks, viewer, { gestureMs, speedscope }) => {
  return { measure: 'open', viewer, tasks, workers: WORKERS, gestureMs, speedscope };
};

const FLUID: readonly Target[] = ['pan', 'panClose', 'zoom', 'hover', 'hoverClose'].map((name) => {
  return { figure: `${name}.scriptP95`, atMost: FRAME_MS };
});
const COMPLETE: Target = { figure: 'rowsMissing', atMost: 0 };
const SEARCH: Target = { figure: 'searchMs', atMost: 200 };
const LEAN: Target = { figure: 'bytesPerTask', atMost: 200 };

export const parts: readonly Part[] = [
  {
    name: 'million',
    title: '1,000,000 tasks over 16 workers',
    targets: [{ figure: 'firstPictureMs', atMost: 1000 }, LEAN, ...FLUID, SEARCH, COMPLETE],
    sizes: [1_000_000],
    viewers: ['poolscope'],
    request: open,
  },
  {
    name: 'file',
    title: 'a session file of 1,000,000 tasks',
    targets: [{ figure: 'firstPictureMs', atMost: 3000 }, { figure: 'fileBytesPerTask', atMost: 120 }, LEAN, COMPLETE],
    sizes: [1_000_000],
    viewers: ['poolscope'],
    request: (tasks) => ({ measure: 'file', tasks, workers: WORKERS }),
  },
  {
    name: 'live',
    title: '20,000 tasks a second for 30 s, every core busy',
    busy: true,
    targets: [{ figure: 'framesPerSecond', atLeast: 40 }, COMPLETE],
    sizes: [LIVE_RATE * LIVE_SECONDS],
    viewers: ['poolscope'],
    request: (tasks) => ({ measure: 'live', tasks, workers: WORKERS, tasksPerSecond: LIVE_RATE }),
  },
  {
    name: 'ten-million',
    title: '10,000,000 tasks over 16 workers',
    targets: [LEAN, ...FLUID, COMPLETE],
    sizes: [10_000_000],
    viewers: ['poolscope'],
    request: open,
  },
  {
    name: 'speedscope',
    title: 'the same session in speedscope',
    targets: [],
    // Where it does not get through the largest, the next one tells how far it gets.
    sizes: [1_000_000, 300_000, 100_000],
    viewers: ['speedscope', 'poolscope'],
    request: open,
  },
];
