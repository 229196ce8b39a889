/** `npm run stress`: every stress case, in Node and in Electron, one after the other. The last line says how it went. */
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { giveUp, say, Trouble } from './lib/console.mjs';
import { endGroup } from './lib/end-group.mjs';
import { whenOrphaned } from './lib/when-orphaned.mjs';
import { prepare } from './prepare/prepare.mjs';
import { BUILT, buildStress } from './stress/build.mjs';
import { commandFor, ENGINES, runCase } from './stress/run-case.mjs';

const USAGE = `Usage: npm run stress -- [--short] [--engine=${ENGINES.join('|')}] [--only=CASE,...]`;

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => end(signal));
whenOrphaned(() => end('SIGTERM'));

/** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
async function end(signal) {
  if (running) await endGroup(running, 0);
  process.exit(128 + constants.signals[signal]);
}

function chosen() {
  const choice = { full: true, engines: ENGINES, only: /** @type {string[]} */ ([]) };
  for (const arg of process.argv.slice(2)) {
    const engine = ENGINES.find((name) => arg === `--engine=${name}`);
    if (arg === '--short') choice.full = false;
    else if (arg.startsWith('--only=')) choice.only = arg.slice(7).split(',');
    else if (engine) choice.engines = [engine];
    else throw new Trouble(`${arg} is not an option. ${USAGE}`);
  }
  return choice;
}

/** @param {string[]} names @returns {Promise<import('./stress/run-case.mjs').Runnable[]>} those that this platform can run */
async function casesNamed(names) {
  const { cases } = await import(pathToFileURL(join(BUILT, 'cases.js')).href);
  const all = /** @type {import('./stress/run-case.mjs').Runnable[]} */ (cases);
  const unknown = names.filter((name) => !all.some((one) => one.name === name));
  if (unknown.length > 0) {
    throw new Trouble(`no such case: ${unknown.join(', ')}; expected ${all.map(({ name }) => name).join(', ')}`);
  }
  return all.filter(({ name, onWindows }) => {
    return (names.length === 0 || names.includes(name)) && (onWindows !== false || process.platform !== 'win32');
  });
}

try {
  const { full, engines, only } = chosen();
  await prepare();
  await buildStress();
  const cases = await casesNamed(only);
  let failed = 0;
  const begin = performance.now();
  for (const engine of engines) {
    const command = commandFor(engine);
    say(`\n── ${engine}`);
    for (const one of cases) {
      const found = await runCase(command, one, full, (child) => {
        running = child;
      });
      running = undefined;
      failed += found.broken.length > 0 ? 1 : 0;
      say(`${found.broken.length > 0 ? 'FAILED' : 'holds '}  ${one.sentence}`);
      say(`        ${one.name}, ${found.seconds.toFixed(1)} s${found.notes.map((note) => `; ${note}`).join('')}`);
      for (const line of found.broken) say(`        ${line}`);
    }
  }
  const seconds = Math.round((performance.now() - begin) / 1000);
  const ran = cases.length * engines.length;
  console.log(`\n${ran - failed} of ${ran} stress cases hold (${seconds} s)`);
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  giveUp(error);
}
