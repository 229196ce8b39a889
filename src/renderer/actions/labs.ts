/** What can be done with labs: open one, go back to the timeline, save one with its controls, save what it came to. */
import { toast } from 'sonner';
import { LAB_NAMES, type LabName, type ResultFormat } from '../../shared/labs';
import type { Scenario } from '../../shared/scenario';
import type { AnyLab } from '../labs/lab';
import { labOf } from '../labs/registry';
import { resultsCsv } from '../labs/results/results-csv';
import { resultsJson } from '../labs/results/results-json';
import { labStore } from '../store/lab';
import { ask } from './ask';

export function openLab(name: LabName): void {
  labStore.setState({ open: name, last: name });
}

/** The timeline is shown again; what the lab does goes on. */
export function closeLab(): void {
  labStore.setState({ open: null });
}

/** From the timeline to the last lab, and back. */
export function toggleLab(): void {
  const { open, last } = labStore.getState();
  if (open !== null) closeLab();
  else openLab(last ?? LAB_NAMES[0]);
}

/** Opens the lab that a scenario was saved in, with its controls; without one the timeline stays. */
export function openLabOf({ lab: controls }: Scenario): void {
  if (controls === undefined) return;
  // Of this name are both, which the types of a union cannot tell.
  labOf(controls.name).take(controls as never);
  openLab(controls.name);
}

/** Saves the form's scenario with the controls of the open lab. @throws Error with main's own sentence */
export async function saveLab(scenario: Scenario): Promise<void> {
  const lab = openedLab();
  if (lab === null) return;
  const file = await ask('scenario:save', { ...scenario, lab: lab.controls() as Scenario['lab'] });
  if (file !== null) toast(`Saved as ${file.path}`);
}

/** Saves what the open lab has come to. @throws Error with main's own sentence */
export async function exportLab(format: ResultFormat): Promise<void> {
  const lab = openedLab();
  const text = lab === null ? null : resultText(lab, format);
  if (lab === null || text === null) {
    const shown = lab !== null && lab.results() !== null;
    toast(
      shown
        ? 'Show the picture first: it is exported as it is shown.'
        : 'There is nothing to export yet: run the lab first.',
    );
    return;
  }
  const path = await ask('lab:export', { lab: lab.name, format, text });
  if (path !== null) toast(`Exported to ${path}`);
}

const openedLab = () => {
  const { open } = labStore.getState();
  return open === null ? null : labOf(open);
};

function resultText(lab: AnyLab, format: ResultFormat): string | null {
  if (format === 'svg') return lab.picture();
  const results = lab.results();
  if (results === null) return null;
  return format === 'csv' ? resultsCsv(results) : resultsJson(results);
}
