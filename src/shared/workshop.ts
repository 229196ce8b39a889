/**
 * The workshop file, version 1: lessons, scenarios, labs and texts in order, each with minutes and notes for the teacher.
 * The contract is public (docs/workshops.md).
 */
import { z } from 'zod';
import { LAB_NAMES, type LabName } from './labs';
import { LESSON_NAMES, type LessonName } from './lesson-names';
import { type Scenario, scenarioSchema } from './scenario';
import { fields, oneOf, shortText, wholeNumber } from './schema-words';

export const WORKSHOP_VERSION = 1;
export const MOST_STEPS = 200;
export const MOST_MINUTES = 600;
export const MOST_TITLE_CHARS = 100;
/** Of all notes of a step, and of its text. */
export const MOST_NOTE_CHARS = 8000;
/** A step that says no minutes. */
const USUAL_MINUTES = 5;

const title = z
  .string({ error: `expected text of 1 to ${MOST_TITLE_CHARS} characters` })
  .trim()
  .min(1, { error: `expected text of 1 to ${MOST_TITLE_CHARS} characters` })
  .max(MOST_TITLE_CHARS, { error: `expected text of 1 to ${MOST_TITLE_CHARS} characters` });

/** Paragraphs; one of them may be written as text alone. */
const paragraphsError = `expected text or a list of texts, at most ${MOST_NOTE_CHARS} characters in all`;
const paragraphs = z
  .union([z.string(), z.array(z.string())], { error: paragraphsError })
  .transform((value) => (typeof value === 'string' ? value.split('\n') : value).filter((text) => text.trim() !== ''))
  .refine((value) => value.join('\n').length <= MOST_NOTE_CHARS, { error: paragraphsError });

/** A scenario as it stands in a scenario file, or the path of such a file, relative to the workshop's own. */
const scenarioOrPath = z.unknown().transform((value, context): Scenario | string => {
  if (typeof value === 'string') {
    const path = value.trim();
    if (path !== '' && path.length <= 1024) return path;
    context.addIssue({ code: 'custom', message: 'expected a scenario or the path of a scenario file' });
    return z.NEVER;
  }
  const parsed = scenarioSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as never);
  return z.NEVER;
});

const KINDS = ['lesson', 'scenario', 'lab', 'text'] as const;

const stepSchema = fields({
  lesson: oneOf(LESSON_NAMES).optional(),
  /** Of a lesson: the choice of each control that is not left as it begins. */
  values: z
    .record(z.string().max(100), shortText(100), { error: 'expected an object with the choice of each control' })
    .optional(),
  scenario: scenarioOrPath.optional(),
  lab: oneOf(LAB_NAMES).optional(),
  /** Shown to everybody: an exercise, a question, a break. */
  text: paragraphs.optional(),
  /** Left out: the name of the lesson, the lab or the scenario. */
  title: title.optional(),
  minutes: wholeNumber(0, MOST_MINUTES).default(USUAL_MINUTES),
  /** For the teacher alone. */
  notes: paragraphs.default([]),
})
  .refine((step) => KINDS.filter((kind) => step[kind] !== undefined).length === 1, {
    error: `expected exactly one of ${KINDS.join(', ')}`,
  })
  .refine((step) => step.values === undefined || step.lesson !== undefined, {
    path: ['values'],
    error: 'only a lesson has controls; expected nothing',
  })
  .refine((step) => step.text === undefined || step.title !== undefined, {
    path: ['title'],
    error: `expected text of 1 to ${MOST_TITLE_CHARS} characters`,
  });

export const workshopSchema = fields({
  version: z.literal(WORKSHOP_VERSION),
  title,
  /** Of its texts, as a browser names languages: en, de, pt-BR. */
  language: z
    .string({ error: 'expected a language such as en or pt-BR' })
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'expected a language such as en or pt-BR' })
    .default('en'),
  steps: z
    .array(stepSchema, { error: `expected a list of 1 to ${MOST_STEPS} steps` })
    .min(1, { error: `expected a list of 1 to ${MOST_STEPS} steps` })
    .max(MOST_STEPS, { error: `expected a list of 1 to ${MOST_STEPS} steps` }),
});

export type Workshop = z.output<typeof workshopSchema>;
export type WorkshopStep = Workshop['steps'][number];

/** What a step opens. */
export type StepSubject =
  | { readonly kind: 'lesson'; readonly lesson: LessonName; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'scenario'; readonly scenario: Scenario | string }
  | { readonly kind: 'lab'; readonly lab: LabName }
  | { readonly kind: 'text'; readonly text: readonly string[] };

export function subjectOf({ lesson, values, scenario, lab, text }: WorkshopStep): StepSubject {
  if (lesson !== undefined) return { kind: 'lesson', lesson, values: values ?? {} };
  if (scenario !== undefined) return { kind: 'scenario', scenario };
  if (lab !== undefined) return { kind: 'lab', lab };
  return { kind: 'text', text: text ?? [] };
}

export const minutesOf = ({ steps }: Workshop): number => steps.reduce((sum, { minutes }) => sum + minutes, 0);

/** Where a workshop comes from: one that ships with the app, or a file. */
export const workshopSourceSchema = z.union([
  z.strictObject({ name: z.string().min(1).max(100) }),
  z.strictObject({ path: z.string().min(1).max(32_768) }),
]);
export type WorkshopSource = z.output<typeof workshopSourceSchema>;

export const sameSource = (one: WorkshopSource | null, other: WorkshopSource | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A workshop as main has read it. */
export interface WorkshopFile {
  readonly source: WorkshopSource;
  readonly workshop: Workshop;
  /** Those that it names by their path, by that path. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
}

/** A workshop in a list. */
export interface WorkshopEntry {
  readonly source: WorkshopSource;
  readonly title: string;
  readonly minutes: number;
  readonly steps: number;
}

export interface WorkshopList {
  readonly shipped: readonly WorkshopEntry[];
  /** Files that were opened last, the latest first. */
  readonly recent: readonly WorkshopEntry[];
}
