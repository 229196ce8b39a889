/**
 * Entry of a thread inside a forked worker: ends the process when its parent is gone. The worker itself cannot notice
 * while it computes; utility processes need none of this, Chromium ends them.
 */
import { workerData } from 'node:worker_threads';

const EVERY_MS = 250;

const parent = (workerData as { parentPid: number }).parentPid;

function parentIsGone(): boolean {
  // POSIX gives an orphan another parent; Windows leaves the number, so ask whether it still names a process.
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

setInterval(() => {
  if (parentIsGone()) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
