/** What Poolscope remembers between starts. Kept as JSON in the user's data folder. */
import { z } from 'zod';
import { LESSON_NAMES } from './lesson-names';
import { scenarioSchema } from './scenario';
import { workshopSchema, workshopSourceSchema } from './workshop';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What makes a lane of the timeline. */
export const GROUPINGS = ['worker', 'slot', 'chunk'] as const;
/** What the colours of tasks tell. */
export const COLOURINGS = ['phase', 'chunk', 'duration', 'payload', 'outcome'] as const;
export const LANE_SIZES = ['compact', 'normal', 'presenter'] as const;

const lanesSchema = z.object({
  groupBy: z.enum(GROUPINGS).default('worker'),
  colourBy: z.enum(COLOURINGS).default('phase'),
  laneSize: z.enum(LANE_SIZES).default('normal'),
  /** Whether each lane says if it is measured, derived or simulated. */
  truth: z.boolean().default(true),
});
const presenterSchema = z.object({
  /** The pointer has a ring of light around it. */
  spotlight: z.boolean().default(false),
  /** Keys are shown as they are pressed, with what they do. */
  keys: z.boolean().default(true),
});
export type PresenterPreferences = z.output<typeof presenterSchema>;
export const DEFAULT_PRESENTER: PresenterPreferences = presenterSchema.parse({});

export type LanePreferences = z.output<typeof lanesSchema>;
export const DEFAULT_LANES: LanePreferences = lanesSchema.parse({});

export const MOST_RECORDINGS_BYTES = 1024 ** 3;
export const MOST_RECORDINGS = 50;

/** Of files that were opened from elsewhere. */
export const MOST_RECENT_FILES = 12;

const recordingsSchema = z.object({
  /** Whether runs of the window are recorded. */
  on: z.boolean().default(true),
  /** Space on disk for recordings that are not kept, and for each single one. */
  mostBytes: z.int().min(1024).default(MOST_RECORDINGS_BYTES),
  mostRuns: z.int().min(1).max(1000).default(MOST_RECORDINGS),
});
export type RecordingSettings = z.output<typeof recordingsSchema>;

/** Of workshops that somebody is in the middle of. */
export const MOST_WORKSHOPS = 12;

const workshopProgressSchema = z.object({
  source: workshopSourceSchema,
  /** From 0. */
  step: z.int().min(0),
  /** Spent in each step. */
  spentMs: z.array(z.number().min(0)),
});
export type WorkshopProgress = z.output<typeof workshopProgressSchema>;

const workshopsSchema = z.object({
  /** The latest first. */
  progress: z.array(workshopProgressSchema).max(MOST_WORKSHOPS).default([]),
  /** The one that is open, to be there again at the next start; null: none. */
  open: z
    .object({
      /** null: it is in no file yet. */
      source: workshopSourceSchema.nullable(),
      step: z.int().min(0),
      spentMs: z.array(z.number().min(0)),
      /** As it is edited; null: as it is in its file. */
      edited: workshopSchema.nullable(),
    })
    .nullable()
    .default(null)
    // It may be of another version, with lessons that there are not here.
    .catch(null),
});
export type WorkshopSettings = z.output<typeof workshopsSchema>;
export const NO_WORKSHOPS: WorkshopSettings = { progress: [], open: null };

export const settingsSchema = z.object({
  version: z.literal(1).default(1),
  theme: z.enum(THEMES).default('system'),
  /** The scenario that was open last; null: the one that ships with the app. */
  lastScenario: scenarioSchema.nullable().default(null),
  /** Paths of sessions and traces that were opened last, the latest first. Not for the page to change. */
  recentFiles: z.array(z.string()).max(MOST_RECENT_FILES).default([]),
  /** Sizes of resizable panels, in percent, by the name of their group. */
  panels: z.record(z.string().max(100), z.record(z.string().max(100), z.number().min(0).max(100))).default({}),
  /** How the lanes of the timeline are drawn. */
  lanes: lanesSchema.default(DEFAULT_LANES),
  /** The library of recordings. */
  recordings: recordingsSchema.default(recordingsSchema.parse({})),
  /** What presenter mode shows besides the run. */
  presenter: presenterSchema.default(DEFAULT_PRESENTER),
  /** Lessons that were gone through. */
  lessonsDone: z.array(z.enum(LESSON_NAMES)).max(LESSON_NAMES.length).default([]),
  /** Workshops that were begun. */
  workshops: workshopsSchema.default(NO_WORKSHOPS),
  /** Files of the user's code that may run: path and SHA-256 of what was in it then. Not for the page to change. */
  modules: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)).default({}),
});
export type Settings = z.output<typeof settingsSchema>;

export const settingsChangeSchema = z.object({
  theme: settingsSchema.shape.theme.unwrap().optional(),
  lastScenario: scenarioSchema.nullable().optional(),
  panels: settingsSchema.shape.panels.unwrap().optional(),
  lanes: lanesSchema.optional(),
  recordings: recordingsSchema.optional(),
  presenter: presenterSchema.optional(),
  lessonsDone: settingsSchema.shape.lessonsDone.unwrap().optional(),
  workshops: workshopsSchema.optional(),
});
export type SettingsChange = z.output<typeof settingsChangeSchema>;
