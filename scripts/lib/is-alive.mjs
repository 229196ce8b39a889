/** Whether a process still runs. */
import { readFileSync } from 'node:fs';

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Another user's process is one that we may not ask.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Containers often have nobody who buries the dead: they answer to a signal for ever. @param {number} pid */
function isZombie(pid) {
  if (process.platform !== 'linux') return false;
  try {
    // The state follows the name, which is in brackets and may hold some itself.
    return /\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
