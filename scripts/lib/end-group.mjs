/** Ends a program together with everything that it started. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Spawn options that make it a group of its own. Windows has none: there, what it started ends by itself. */
export const OWN_GROUP = { detached: process.platform !== 'win32' };

/**
 * SIGINT first: test runners take it as "stop and tidy up", SIGTERM as "drop everything".
 * @param {import('node:child_process').ChildProcess} leader started with OWN_GROUP
 * @param {number} [patienceMs] how long it may tidy up
 */
export async function endGroup(leader, patienceMs = 10_000) {
  const hasEnded = leader.exitCode !== null || leader.signalCode !== null;
  const ended = hasEnded ? Promise.resolve() : once(leader, 'exit');
  signalGroup(leader, 'SIGINT');
  await Promise.race([ended, sleep(patienceMs, undefined, { ref: false })]);
  signalGroup(leader, 'SIGKILL');
}

/** @param {import('node:child_process').ChildProcess} leader @param {NodeJS.Signals} signal */
function signalGroup(leader, signal) {
  if (leader.pid === undefined) return;
  try {
    if (OWN_GROUP.detached) process.kill(-leader.pid, signal);
    else leader.kill(signal);
  } catch {
    // Nobody of it is left.
  }
}
