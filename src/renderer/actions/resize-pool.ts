/** Makes the pool of the run under way larger or smaller by one. */
import { toast } from 'sonner';
import { MAX_PROCESSES } from '../../shared/limits';
import { isLive } from '../derive/is-live';
import { factsStore } from '../store';
import type { FactsStore } from '../store/facts';
import { ask } from './ask';

/** @returns what a press of a stepper's button does; resolves when main has answered */
export function makeResizer(store: FactsStore): (change: 1 | -1) => Promise<void> {
  /** Asked for, and not answered yet: a second press goes on from there. */
  let asked: { readonly runId: number; readonly processes: number } | null = null;

  return async (change) => {
    const facts = store.getState();
    const { started, poolSize } = facts;
    if (started === null || !isLive(facts)) return;
    const { runId } = started;
    const from = asked?.runId === runId ? asked.processes : poolSize;
    const processes = Math.min(MAX_PROCESSES, Math.max(1, from + change));
    if (processes === from) return;
    const mine = { runId, processes };
    asked = mine;
    try {
      await ask('run:resize', mine);
      toast(`The pool has ${processes} ${processes === 1 ? 'worker' : 'workers'} from now on; it had ${from}.`, {
        id: 'pool-size',
      });
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
    } finally {
      if (asked === mine) asked = null;
    }
  };
}

export const resizeBy = makeResizer(factsStore);
