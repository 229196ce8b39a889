/**
 * Starts a program on one core. The encoder of H.264 uses as many threads as there are cores, and shares the work among
 * them by how long each took: with one the same frames give the same video. Linux alone lets us choose.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether these arguments ask for a video in H.264. @param {readonly string[]} args */
export function encodesH264([command, ...args]) {
  if (command !== 'export') return false;
  return args.some((arg, at) => arg === '--format=mp4' || (arg === '--format' && args[at + 1] === 'mp4'));
}

/**
 * A command line that becomes the given one, on one core.
 * @param {string} command @param {readonly string[]} args
 * @param {number | null} [core]
 * @returns {[command: string, args: string[]]} the given one where there is no choice
 */
export function onOneCore(command, args, core = usableCore()) {
  return core === null ? [command, [...args]] : ['taskset', ['-c', String(core), command, ...args]];
}

/** One of those that we may use, so that several of us do not all take the same; null: there is no choice. */
function usableCore() {
  if (process.platform !== 'linux') return null;
  const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  const cores = allowed === undefined ? [] : coresIn(allowed);
  const core = cores[process.pid % cores.length];
  if (core === undefined) return null;
  // Not every system has it, and some do not let us.
  return spawnSync('taskset', ['-c', String(core), 'true']).status === 0 ? core : null;
}

/** `0-2,5` as numbers. @param {string} list */
export function coresIn(list) {
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
