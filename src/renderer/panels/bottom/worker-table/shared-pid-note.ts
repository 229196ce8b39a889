/** What must be said where several lanes share one PID. */
import { type EngineName, isThread } from '../../../../shared/scenario';

/** @returns null where every worker is a process of its own */
export function sharedPidNote(engine: EngineName, mainPid: number): string | null {
  if (isThread(engine)) return `Threads of PID ${mainPid}; the operating system counts their CPU together.`;
  if (engine === 'serial') return `A plain loop in one thread of PID ${mainPid}; its CPU is counted with the process.`;
  if (engine === 'async')
    return `Tasks in flight in one event loop, a thread of PID ${mainPid}; its CPU is counted with the process.`;
  return null;
}
