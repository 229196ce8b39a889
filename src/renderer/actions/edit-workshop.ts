/** Editing the workshop that is open: each change is a new workshop, and removing and moving can be undone. */
import type { Workshop, WorkshopStep } from '../../shared/workshop';
import { spentBy, type WorkshopState, workshopStore } from '../store/workshop';
import { addStep, changeStep, moveStep, removeStep, type Steps } from '../workshop/edit-steps';

type Head = Partial<Pick<Workshop, 'title' | 'language'>>;

export function changeWorkshop(head: Head): void {
  const { workshop } = workshopStore.getState();
  if (workshop !== null) workshopStore.setState({ workshop: { ...workshop, ...head } });
}

export const changeStepAt = (at: number, change: Partial<WorkshopStep>): void =>
  edit((steps) => changeStep(steps, at, change));

export const addStepAt = (at: number, step: WorkshopStep): void => edit((steps) => addStep(steps, at, step));

export const moveStepTo = (from: number, to: number): void => edit((steps) => moveStep(steps, from, to));

/** @returns brings it back */
export function removeStepAt(at: number): () => void {
  const step = workshopStore.getState().workshop?.steps[at];
  edit((steps) => removeStep(steps, at));
  return () => {
    if (step !== undefined) addStepAt(at, step);
  };
}

function edit(change: (steps: Steps) => Steps): void {
  const state = workshopStore.getState();
  const { workshop } = state;
  if (workshop === null) return;
  const now = Date.now();
  const { steps, spentMs, step } = change({ steps: workshop.steps, spentMs: spentBy(state, now), step: state.step });
  const place: Partial<WorkshopState> = { spentMs, step, enteredAtMs: now };
  workshopStore.setState({ workshop: { ...workshop, steps: [...steps] }, ...place });
}
