/** Whether a process is there that may still write a file. */
import { isAlive } from '../../boundary/is-alive';

/** A recorder brings what is new to disk once a second; one that has not for so long is another process by that PID. */
const SILENT_MS = 60_000;

/** @param changedAtMs when the file was written last, ms since the epoch */
export function mayStillWrite(pid: number, changedAtMs: number, nowMs = Date.now()): boolean {
  return pid !== process.pid && nowMs - changedAtMs < SILENT_MS && isAlive(pid);
}
