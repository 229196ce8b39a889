/** How a run is drawn into a picture or a video: what the export dialog and the command line choose, checked at both ends. */
import { z } from 'zod';
import { noteSchema } from './annotations';
import { numberBetween, wholeNumber } from './schema-words';
import { COLOURINGS, GROUPINGS, LANE_SIZES } from './settings';

export const PICTURE_FORMATS = ['png', 'svg'] as const;
export const VIDEO_FORMATS = ['webm', 'mp4', 'gif'] as const;
export const DRAWN_FORMATS = [...PICTURE_FORMATS, ...VIDEO_FORMATS] as const;
export type DrawnFormat = (typeof DRAWN_FORMATS)[number];

/** A canvas with longer sides stays empty. In device pixels. */
export const MOST_SIDE_PX = 16_384;
/** A quarter of a gigabyte of pixels. */
export const MOST_PIXELS = 67_000_000;

const stretch = { startNs: z.number(), endNs: z.number() };
const row = z.int().nonnegative();
/** Lanes by key: see store/lane-settings.ts. */
const laneKeys = z.array(z.int()).max(100_000);

/** What the window shows besides the run itself. Moments in ns since the clock base, lengths in CSS pixels. */
export const seenSchema = z.object({
  /** How far the lanes are scrolled. */
  scrollTop: z.number().nonnegative(),
  arrangement: z.object({
    order: laneKeys,
    collapsed: laneKeys,
    heights: z.array(z.tuple([z.int(), z.number().positive().max(1000)])).max(100_000),
    only: z.int().nullable(),
  }),
  selection: z.array(row).max(10_000),
  focusedRow: row.nullable(),
  range: z.object({ ...stretch, workers: laneKeys.nullable() }).nullable(),
  measure: z.object(stretch).nullable(),
  evidence: z.array(z.object({ ...stretch, worker: z.int().nullable() })).max(1000),
  notes: z.array(noteSchema).max(1000),
  /** The filter as typed; empty: none. */
  filter: z.string().max(1000),
});

const axisMoment = z.number({ error: 'expected a number of nanoseconds' }).nullable().default(null);

export const pictureOptionsSchema = z
  .object({
    format: z.enum(DRAWN_FORMATS, { error: `expected one of ${DRAWN_FORMATS.join(', ')}` }),
    /** In CSS pixels. */
    width: wholeNumber(320, 7680).default(1280),
    /** In CSS pixels; null: as high as all lanes together. */
    height: wholeNumber(180, MOST_SIDE_PX).nullable().default(null),
    /** Device pixels per CSS pixel. */
    scale: numberBetween(0.5, 4).default(1),
    theme: z.enum(['light', 'dark'], { error: 'expected light or dark' }).default('light'),
    /** The stretch of time that is drawn, in ns of the axis; null: from the begin, to the end. */
    startNs: axisMoment,
    endNs: axisMoment,
    groupBy: z.enum(GROUPINGS, { error: `expected one of ${GROUPINGS.join(', ')}` }).default('worker'),
    colourBy: z.enum(COLOURINGS, { error: `expected one of ${COLOURINGS.join(', ')}` }).default('phase'),
    /** Height of lanes where the picture is as high as they need; elsewhere they share its height. */
    laneSize: z.enum(LANE_SIZES).default('normal'),
    /** The run's name and figures above it. */
    title: z.boolean().default(true),
    /** What the colours mean, below it. */
    legend: z.boolean().default(true),
    /** The caption of the chapter that is under way, below it; for videos. */
    captions: z.boolean().default(true),
    /** As of this moment, in ns of the axis: what came later is not drawn. null: the whole run. A video has its own. */
    atNs: axisMoment,
    /** As the window shows it; null: in full, with all lanes as they come. */
    seen: seenSchema.nullable().default(null),
    /** Frames a second of the video; null: 30, for a GIF 15. */
    fps: numberBetween(1, 60).nullable().default(null),
    /** How long the video is, where no speed is given. */
    seconds: numberBetween(1, 3600).default(20),
    /** Of the run's time in that of the video: 0.1 is slow motion. null: as it takes for so many seconds. */
    speed: numberBetween(0.000001, 1000).nullable().default(null),
    /** Begins with a card that tells what was run. */
    titleCard: z.boolean().default(false),
  })
  .refine(({ startNs, endNs }) => startNs === null || endNs === null || endNs > startNs, {
    error: 'expected to end after it begins',
    path: ['endNs'],
  });

export type PictureOptions = z.output<typeof pictureOptionsSchema>;
/** As it is asked for: what is left out has its default. */
export type PictureWishes = z.input<typeof pictureOptionsSchema>;
export type Seen = z.output<typeof seenSchema>;

/** Why a picture of this size cannot be drawn, in one sentence; null: it can. */
export function sizeTrouble(width: number, height: number): string | null {
  const fits = width <= MOST_SIDE_PX && height <= MOST_SIDE_PX && width * height <= MOST_PIXELS;
  const whole = new Intl.NumberFormat('en-US');
  const px = (count: number): string => whole.format(Math.round(count));
  if (fits) return null;
  return `The picture would be ${px(width)} × ${px(height)} pixels, and ${px(MOST_SIDE_PX)} a side, ${px(MOST_PIXELS / 1e6)} million in all, are the most; choose a smaller scale or a fixed height.`;
}
