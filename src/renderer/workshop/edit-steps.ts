/**
 * Changes to the steps of a workshop. Its teacher may be in the middle of it: the present step stays the present one,
 * and the time that was spent in a step goes where the step goes.
 */
import { MOST_STEPS, type WorkshopStep } from '../../shared/workshop';

export interface Steps {
  readonly steps: readonly WorkshopStep[];
  /** As many as steps. */
  readonly spentMs: readonly number[];
  /** The present one, from 0. */
  readonly step: number;
}

export function changeStep(state: Steps, at: number, change: Partial<WorkshopStep>): Steps {
  const steps = state.steps.map((step, index) => (index === at ? { ...step, ...change } : step));
  return { ...state, steps };
}

/** @param at where it is to stand */
export function addStep(state: Steps, at: number, step: WorkshopStep): Steps {
  if (state.steps.length >= MOST_STEPS) return state;
  return {
    steps: state.steps.toSpliced(at, 0, step),
    spentMs: state.spentMs.toSpliced(at, 0, 0),
    step: state.step >= at ? state.step + 1 : state.step,
  };
}

/** The last one that is left stays: there is no workshop without a step. */
export function removeStep(state: Steps, at: number): Steps {
  if (state.steps.length <= 1 || state.steps[at] === undefined) return state;
  const steps = state.steps.toSpliced(at, 1);
  const step = state.step > at ? state.step - 1 : state.step;
  return { steps, spentMs: state.spentMs.toSpliced(at, 1), step: Math.min(step, steps.length - 1) };
}

export function moveStep(state: Steps, from: number, to: number): Steps {
  const moved = state.steps[from];
  if (moved === undefined || state.steps[to] === undefined || from === to) return state;
  return {
    steps: state.steps.toSpliced(from, 1).toSpliced(to, 0, moved),
    spentMs: state.spentMs.toSpliced(from, 1).toSpliced(to, 0, state.spentMs[from] ?? 0),
    step: placeAfterMove(state.step, from, to),
  };
}

/** Where something stands once another has moved. */
function placeAfterMove(place: number, from: number, to: number): number {
  if (place === from) return to;
  if (from < place && place <= to) return place - 1;
  if (to <= place && place < from) return place + 1;
  return place;
}
