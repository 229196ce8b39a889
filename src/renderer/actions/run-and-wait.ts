/** Starts a run of the window and waits for its end, for whoever makes several in a row. */
import type { Scenario } from '../../shared/scenario';
import { factsStore } from '../store';
import type { Facts } from '../store/facts';
import { ask } from './ask';

/** @returns the facts of the run @throws Error saying why it did not start, or did not come to its end */
export async function runAndWait(scenario: Scenario): Promise<Facts> {
  const runId = await ask('run:start', scenario);
  if (runId === null) throw new Error('Not started: its code was not allowed to run.');
  const facts = await ended(runId);
  const { status = 'broken', message = null, summary } = facts.ended ?? {};
  if (status !== 'completed' || summary?.ok !== true) throw new Error(message ?? `The run was ${status}.`);
  return facts;
}

/** The answer to `run:start` may come before the run's first event or after its last. */
function ended(runId: number): Promise<Facts> {
  return new Promise((resolve, reject) => {
    const look = (facts: Facts): boolean => {
      const shown = facts.started?.runId ?? 0;
      if (shown === runId && facts.ended !== null) resolve(facts);
      else if (shown > runId) reject(new Error('Another run was started meanwhile.'));
      else return false;
      return true;
    };
    if (look(factsStore.getState())) return;
    const stop = factsStore.subscribe((facts) => {
      if (look(facts)) stop();
    });
  });
}
