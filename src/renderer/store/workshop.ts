/** The workshop that is open: its steps, where its teacher is and since when, and what of it is not saved. */
import { createStore } from 'zustand/vanilla';
import type { Scenario } from '../../shared/scenario';
import type { WorkshopProgress } from '../../shared/settings';
import type { Workshop, WorkshopList, WorkshopSource, WorkshopStep } from '../../shared/workshop';

export interface WorkshopState {
  /** null: none is open. */
  readonly workshop: Workshop | null;
  /** null: it is in no file yet. */
  readonly source: WorkshopSource | null;
  /** As it is in its file; null: it is in none. */
  readonly saved: Workshop | null;
  /** Those that it names by their path. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
  /** From 0. */
  readonly step: number;
  /** Spent in each step until the present one was entered. */
  readonly spentMs: readonly number[];
  /** When the present step was entered, ms since the epoch. */
  readonly enteredAtMs: number;
  readonly notesShown: boolean;
  readonly editing: boolean;
  readonly listShown: boolean;
  /** null: not asked for yet. */
  readonly list: WorkshopList | null;
  /** Those that were begun, the latest first. */
  readonly progress: readonly WorkshopProgress[];
  /** What is to be done once it is known what becomes of changes that are not saved; null: nothing is. */
  readonly leaving: (() => void) | null;
}

export const noWorkshop = {
  workshop: null,
  source: null,
  saved: null,
  scenarios: {},
  step: 0,
  spentMs: [],
  enteredAtMs: 0,
  notesShown: true,
  editing: false,
  leaving: null,
} as const satisfies Partial<WorkshopState>;

export const createWorkshopStore = () =>
  createStore<WorkshopState>(() => ({ ...noWorkshop, listShown: false, list: null, progress: [] }));
export type WorkshopStore = ReturnType<typeof createWorkshopStore>;

export const workshopStore = createWorkshopStore();

export const stepOf = ({ workshop, step }: WorkshopState): WorkshopStep | null => workshop?.steps[step] ?? null;

export const nextStepOf = ({ workshop, step }: WorkshopState): WorkshopStep | null => workshop?.steps[step + 1] ?? null;

/** Whether there are changes that are in no file. */
export const isUnsaved = ({ workshop, saved }: WorkshopState): boolean =>
  workshop !== null && workshop !== saved && JSON.stringify(workshop) !== JSON.stringify(saved);

/** Spent in each step by a moment. @param now ms since the epoch */
export function spentBy({ workshop, step, spentMs, enteredAtMs }: WorkshopState, now: number): number[] {
  return (workshop?.steps ?? []).map((_, index) => {
    const present = index === step ? Math.max(0, now - enteredAtMs) : 0;
    return (spentMs[index] ?? 0) + present;
  });
}
