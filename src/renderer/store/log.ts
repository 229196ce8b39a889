/** What the workers of the run that is shown have printed. The lines are filled in place; `revision` tells readers. */
import { createStore } from 'zustand/vanilla';
import type { RunEvent } from '../../shared/run-events';
import { LogLines } from './log-lines';

export interface Log {
  /** null before the first run. */
  readonly runId: number | null;
  readonly lines: LogLines;
  readonly revision: number;
}

export const createLogStore = () => createStore<Log>(() => ({ runId: null, lines: new LogLines(), revision: 0 }));
export type LogStore = ReturnType<typeof createLogStore>;

/** Takes in what concerns the log. Output of a run that is no longer shown is ignored. */
export function takeOutput(store: LogStore, event: RunEvent): void {
  const { runId, lines, revision } = store.getState();
  if (event.type === 'started') {
    store.setState({ runId: event.runId, lines: new LogLines(), revision: revision + 1 });
  } else if (event.type === 'output' && event.runId === runId) {
    for (const entry of event.entries) lines.add(entry);
    store.setState({ revision: revision + 1 });
  }
}
