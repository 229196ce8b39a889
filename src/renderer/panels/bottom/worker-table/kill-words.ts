/** What is said about ending one worker: the button's name, and what came of it. */
import { type EngineName, isLoop, isThread, type Scenario } from '../../../../shared/scenario';
import type { WorkerRecord } from '../../../../shared/telemetry';

export interface KillWords {
  /** On the button. */
  readonly text: string;
  /** The button's whole name. */
  readonly label: string;
}

/** @returns null where a worker cannot be ended alone: a loop is its one thread */
export function killWords(engine: EngineName, worker: WorkerRecord, platform: string): KillWords | null {
  if (isLoop(engine)) return null;
  if (isThread(engine)) return { text: 'End', label: `End thread ${worker.name}` };
  // Windows knows no signals: there the process is terminated.
  const how = platform === 'win32' ? '' : ' with SIGKILL';
  return { text: 'Kill', label: `Kill worker PID ${worker.pid}${how}` };
}

/** What was done, and what the policy makes of a task that the worker was at; it may have been between two tasks. */
export function killedSentence({ engine, pool }: Scenario, worker: WorkerRecord, platform: string): string {
  const how = platform === 'win32' ? '' : ' with SIGKILL';
  const done = isThread(engine) ? `Ended thread ${worker.name}.` : `Killed worker PID ${worker.pid}${how}.`;
  return `${done} ${policySentence(pool)}`;
}

export function notKilledSentence(engine: EngineName, worker: WorkerRecord): string {
  const who = isThread(engine) ? `Thread ${worker.name}` : `Worker PID ${worker.pid}`;
  return `${who} was not ended: it has exited, or the call has returned.`;
}

function policySentence({ onWorkerLost, retries }: Scenario['pool']): string {
  switch (onWorkerLost) {
    case 'retry':
      return retries === 0
        ? 'If it was at a task, that fails: it is not retried.'
        : 'If it was at a task, that is retried on another worker.';
    case 'fail':
      return 'If it was at a task, that fails.';
    case 'break':
      return 'If it was at a task, the whole pool breaks.';
    case 'lose':
      return 'If it was at a task, that is lost.';
  }
}
