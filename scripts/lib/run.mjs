/** Runs a program quietly; says how long it takes once that is more than a second, and shows its end if it fails. */
import { spawn } from 'node:child_process';
import { say, Trouble } from './console.mjs';
import { noteProgram } from './lock.mjs';
import { ROOT } from './paths.mjs';

const TAIL_LINES = 25;

/**
 * @param {string} what what is going on, for the person: `Installing packages`
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, shell?: boolean, signal?: AbortSignal }} [options]
 * @returns {Promise<string>} what it wrote
 */
export function run(what, command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: options.shell ?? false,
      ...(options.signal && { signal: options.signal }),
    });
    noteProgram(child.pid);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    const endProgress = showProgress(what);
    child.on('error', (error) => {
      endProgress();
      reject(new Trouble(`${what} failed: ${error.message}`));
    });
    child.on('close', (code) => {
      endProgress();
      if (code === 0) resolve(output);
      else
        reject(
          new Trouble(
            `${what} failed (exit code ${code}).\n${output.trim().split('\n').slice(-TAIL_LINES).join('\n')}`,
          ),
        );
    });
  });
}

/**
 * Seconds on a terminal, one line in a pipe; nothing for what is over at once.
 * @param {string} what
 * @returns {() => void} ends it
 */
export function showProgress(what) {
  const begin = Date.now();
  let shown = false;
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - begin) / 1000);
    if (process.stderr.isTTY) process.stderr.write(`\r${what} … ${seconds} s`);
    else if (!shown) say(`${what} …`);
    shown = true;
  }, 1000);
  return () => {
    clearInterval(timer);
    if (shown && process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  };
}
