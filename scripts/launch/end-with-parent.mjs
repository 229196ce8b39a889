/** Lets a program end with us even when we are killed and can do nothing more. Linux alone offers that. */
import { spawnSync } from 'node:child_process';

/**
 * A command line that becomes the given one, and is sent SIGTERM by the kernel when its parent is gone.
 * @param {string} command @param {readonly string[]} args
 * @param {boolean} [isOffered]
 * @returns {[command: string, args: string[]]} the given one where the system has no such thing
 */
export function endWithParent(command, args, isOffered = hasParentDeathSignal()) {
  return isOffered ? ['setpriv', ['--pdeathsig', 'TERM', '--', command, ...args]] : [command, [...args]];
}

/** Not every setpriv knows the option: those of RHEL 8 and BusyBox do not. */
function hasParentDeathSignal() {
  if (process.platform !== 'linux') return false;
  return (spawnSync('setpriv', ['--help'], { encoding: 'utf8' }).stdout ?? '').includes('--pdeathsig');
}
