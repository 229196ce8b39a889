/** What Poolscope remembers between starts. Kept as JSON in the user's data folder. */
import { z } from 'zod';
import { LESSON_NAMES } from './lesson-names';
import { scenarioSchema } from './scenario';

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
});
export type SettingsChange = z.output<typeof settingsChangeSchema>;
