/**
 * One at a time: two that install into the same folder ruin it. The lock names the programs that its owner started as
 * well, because those go on when the owner alone is killed.
 */
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './console.mjs';
import { isAlive } from './is-alive.mjs';

const POLL_MS = 20;
const BEAT_MS = 1000;
/** A number of a process is given again some day, so a lock without a heartbeat is not believed for ever. */
const BELIEVED_MS = 180_000;

/** @type {string | null} */
let held = null;

/**
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function alone(file, use) {
  if (!(await acquire(file))) return use();
  held = file;
  const beat = setInterval(() => touch(file), BEAT_MS);
  try {
    return await use();
  } finally {
    clearInterval(beat);
    held = null;
    rmSync(file, { force: true });
  }
}

/** Says that a program was started by the one who holds the lock. @param {number | undefined} pid */
export function noteProgram(pid) {
  if (held !== null && pid !== undefined) appendFileSync(held, `${pid}\n`);
}

/** @param {string} file @returns {Promise<boolean>} false where nothing can be written, and so nothing be ruined */
async function acquire(file) {
  for (let said = false; ; await sleep(POLL_MS)) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return true;
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EACCES' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
    const owners = livingOwners(file);
    if (owners === null) removeStale(file);
    else if (owners.length > 0 && !said && ageOf(file) > BEAT_MS / 2) {
      say(`Waiting for another Poolscope that is being prepared (process ${owners.join(', ')}) …`);
      said = true;
    }
  }
}

/** @param {string} file @returns {number[] | null} null for a lock whose owners are all gone */
export function livingOwners(file) {
  try {
    const pids = readFileSync(file, 'utf8').trim().split('\n').map(Number);
    const living = ageOf(file) < BELIEVED_MS ? pids.filter((pid) => pid > 0 && isAlive(pid)) : [];
    return living.length > 0 ? living : null;
  } catch {
    // Given back just now: whoever comes first has it.
    return [];
  }
}

/** Of several that wait, one gets to rename it; one that took a fresh lock by that gives it back. @param {string} file */
function removeStale(file) {
  const mine = `${file}.${process.pid}`;
  try {
    renameSync(file, mine);
    if (livingOwners(mine) === null) rmSync(mine, { force: true });
    else renameSync(mine, file);
  } catch {
    // Another one was quicker.
  }
}

/** @param {string} file */
function ageOf(file) {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody cleaned up: the work goes on all the same.
  }
}
