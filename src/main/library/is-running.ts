/** Whether a process is there that may still write a file. */

/** A recorder brings what is new to disk once a second; one that has not for so long is another process by that PID. */
const SILENT_MS = 60_000;

/** @param changedAtMs when the file was written last, ms since the epoch */
export function mayStillWrite(pid: number, changedAtMs: number, nowMs = Date.now()): boolean {
  return pid !== process.pid && nowMs - changedAtMs < SILENT_MS && isThere(pid);
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
