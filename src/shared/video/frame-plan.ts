/**
 * Which moment of a run each frame of a video shows. Pure: the same plan gives the same frames. Time of the run goes
 * on evenly, but stands still where a chapter pauses, and at the end, so that it can be read.
 *
 *   video  |title|-- moves --|hold|---- moves ----|hold|- moves -|end|
 *   run          from        c1   c1              c2   c2        to
 */
import type { Chapter } from '../annotations';

/** How fast: so that the whole video is so long, or a factor of the run's time in that of the video. */
export type Pace =
  | { readonly kind: 'fit'; readonly seconds: number }
  | { readonly kind: 'speed'; readonly factor: number };

export interface PlanRequest {
  /** The stretch of the run, in ns of any clock; that of the chapters is the same. */
  readonly fromNs: number;
  readonly toNs: number;
  readonly pace: Pace;
  readonly fps: number;
  readonly chapters: readonly Chapter[];
  /** Begins with a card that tells what it is about. */
  readonly titleCard: boolean;
}

export interface PlannedFrame {
  readonly atNs: number;
  readonly kind: 'title' | 'moving' | 'held';
}

export interface FramePlan {
  /** At least 1. */
  readonly frames: number;
  readonly fps: number;
  /** Of the whole video. */
  readonly seconds: number;
  /** Time of the run in that of the video while it moves: 0.1 is slow motion. */
  readonly speed: number;
  /** @param frame from 0 */
  at(frame: number): PlannedFrame;
}

/** Slower than a second for a nanosecond nothing is left to see. */
const SHORTEST_NS = 1;
export const TITLE_SECONDS = 2.5;
export const END_SECONDS = 1.5;
/** Held still for at most this share of a video that is to be so long. */
const MOST_HELD = 0.5;

interface Stretch {
  readonly kind: PlannedFrame['kind'];
  /** In the video, in seconds. */
  readonly begin: number;
  readonly end: number;
  readonly fromNs: number;
  readonly toNs: number;
}

/** How long a caption stands until most people have read it. */
export function readingSeconds({ title, caption }: Pick<Chapter, 'title' | 'caption'>): number {
  return Math.min(7, Math.max(2, 1 + 0.06 * (title.length + caption.length)));
}

export function planFrames(request: PlanRequest): FramePlan {
  const { fromNs, fps, pace } = request;
  const toNs = Math.max(request.toNs, fromNs + SHORTEST_NS);
  const pauses = request.chapters.filter(({ pause, atNs }) => pause && atNs >= fromNs && atNs <= toNs);
  const holds = pauses.map((chapter) => ({ atNs: chapter.atNs, seconds: readingSeconds(chapter) }));
  holds.push({ atNs: toNs, seconds: END_SECONDS });
  const title = request.titleCard ? TITLE_SECONDS : 0;
  const still = title + holds.reduce((sum, { seconds }) => sum + seconds, 0);
  const fitted = pace.kind === 'fit' ? Math.min(1, (pace.seconds * MOST_HELD) / still) : 1;
  const moving =
    pace.kind === 'fit' ? pace.seconds - still * fitted : Math.max(1 / fps, (toNs - fromNs) / 1e9 / pace.factor);
  const stretches: Stretch[] = [];
  let begin = 0;
  const add = (kind: Stretch['kind'], seconds: number, startNs: number, endNs: number): void => {
    if (seconds <= 0) return;
    stretches.push({ kind, begin, end: begin + seconds, fromNs: startNs, toNs: endNs });
    begin += seconds;
  };
  add('title', title * fitted, fromNs, fromNs);
  let reached = fromNs;
  for (const { atNs, seconds } of holds) {
    add('moving', (moving * (atNs - reached)) / (toNs - fromNs), reached, atNs);
    add('held', seconds * fitted, atNs, atNs);
    reached = atNs;
  }
  const frames = Math.max(1, Math.round(begin * fps));
  return {
    frames,
    fps,
    seconds: frames / fps,
    speed: (toNs - fromNs) / 1e9 / moving,
    at: (frame) => (frame >= frames - 1 ? { kind: 'held', atNs: toNs } : momentAt(stretches, frame / fps)),
  };
}

function momentAt(stretches: readonly Stretch[], seconds: number): PlannedFrame {
  // Rounding must not show the last frame of one stretch as the first of the next.
  const found = stretches.find(({ end }) => seconds < end - 1e-9) ?? stretches.at(-1);
  if (found === undefined) return { kind: 'held', atNs: Number.NaN };
  const { kind, begin, end, fromNs, toNs } = found;
  const share = Math.min(1, Math.max(0, (seconds - begin) / (end - begin)));
  return { kind, atNs: fromNs + (toNs - fromNs) * share };
}
