/** Runs one stress case in a process of its own, bounded in time, and reads what it found. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { electronEnvironment } from '../launch/arguments.mjs';
import { headlessElectron } from '../launch/headless-electron.mjs';
import { endGroup, OWN_GROUP } from '../lib/end-group.mjs';
import { isAlive } from '../lib/is-alive.mjs';
import { BUILT } from './build.mjs';

/** Kept to say why a case did not get to its end. */
const MOST_STDERR = 4000;

/** In Node, and in Electron. */
export const ENGINES = /** @type {readonly StressEngine[]} */ (['child-process', 'utility-process']);

/**
 * @typedef {'child-process' | 'utility-process'} StressEngine
 * @typedef {{ name: string, sentence: string, limitMs: readonly [short: number, full: number], onWindows?: boolean }} Runnable
 * @typedef {{ broken: string[], notes: string[], claims: number, seconds: number }} Found broken: what did not hold
 */

/**
 * @param {StressEngine} engine
 * @returns {{ file: string, args: readonly string[] }} the same for every case: make it once
 */
export function commandFor(engine) {
  if (engine === 'utility-process') return headlessElectron(BUILT);
  return { file: process.execPath, args: [join(BUILT, 'node.js')] };
}

/**
 * @param {{ file: string, args: readonly string[] }} command
 * @param {Runnable} one @param {boolean} full
 * @param {(child: import('node:child_process').ChildProcess) => void} [started]
 * @returns {Promise<Found>}
 */
export async function runCase({ file, args }, { name, limitMs }, full, started = () => undefined) {
  const begin = performance.now();
  const request = JSON.stringify({ case: name, full });
  const env = { ...electronEnvironment(process.env), POOLSCOPE_STRESS: request };
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'], ...OWN_GROUP });
  started(child);
  const limit = limitMs[full ? 1 : 0];
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void endGroup(child, 0);
  }, limit);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr = (stderr + text).slice(-MOST_STDERR);
  });
  const closed = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  /** @type {{ claims: number, broken: string[], notes: string[], pids: number[] } | null} */
  let told = null;
  for await (const line of createInterface({ input: child.stdout })) {
    // Chromium may have its say on stdout.
    if (line.startsWith('{"type":"stress"')) told = JSON.parse(line);
  }
  const status = await closed;
  clearTimeout(timer);
  const seconds = (performance.now() - begin) / 1000;
  const broken =
    told === null ? [late ? `not done after ${limit} ms` : `no answer, exit code ${status}: ${stderr}`] : told.broken;
  const alive = (told?.pids ?? []).filter(isAlive);
  if (alive.length > 0) broken.push(`workers that are left: ${alive.join(', ')}`);
  if (told !== null && status !== 0) broken.push(`exit code ${status}: ${stderr}`);
  return { broken, notes: told?.notes ?? [], claims: told?.claims ?? 0, seconds };
}
