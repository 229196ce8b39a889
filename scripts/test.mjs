/** `npm test`: format and lint, types, unit, end to end. Every step runs, and the last line says how it went. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { electronEnvironment } from './launch/arguments.mjs';
import { giveUp, say, Trouble } from './lib/console.mjs';
import { closingLine, countPlaywright, countStep, countVitest } from './lib/count-tests.mjs';
import { endGroup, OWN_GROUP } from './lib/end-group.mjs';
import { inProject, ROOT } from './lib/paths.mjs';
import { whenOrphaned } from './lib/when-orphaned.mjs';
import { startXvfb } from './lib/xvfb.mjs';
import { prepare } from './prepare/prepare.mjs';

const vitestReport = inProject('.cache', 'vitest.json');
const playwrightReport = inProject('.cache', 'playwright.json');

/** @type {Record<string, () => Promise<import('./lib/count-tests.mjs').Counts>>} */
const steps = {
  lint: async () => countStep(await tool('@biomejs/biome/bin/biome', ['ci', '.'])),
  types: async () => countStep(await tool('typescript/bin/tsc', ['--build'])),
  unit: async () => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
    const succeeded = await tool('vitest/vitest.mjs', args);
    return countVitest(readReport(vitestReport), succeeded);
  },
  e2e: async () => {
    const xvfb = process.platform === 'linux' ? await startXvfb() : null;
    const args = ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json'];
    const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport, ...(xvfb && { DISPLAY: xvfb.display }) };
    const succeeded = await tool('playwright/cli.js', args, env).finally(() => xvfb?.stop());
    return countPlaywright(readReport(playwrightReport), succeeded);
  },
};

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
let isEnding = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => end(signal));
whenOrphaned(() => end('SIGTERM'));

/** Whoever cannot wait says it twice. @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
async function end(signal) {
  const patienceMs = isEnding ? 0 : undefined;
  isEnding = true;
  if (running) await endGroup(running, patienceMs);
  process.exit(128 + constants.signals[signal]);
}

/** Runs a tool from node_modules with its output on ours. @param {string} path @param {string[]} args @param {object} [env] */
function tool(path, args, env = {}) {
  return new Promise((/** @type {(succeeded: boolean) => void} */ resolve) => {
    running = spawn(process.execPath, [inProject('node_modules', ...path.split('/')), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      ...OWN_GROUP,
      env: { ...electronEnvironment(process.env), ...env },
    });
    running.on('error', () => resolve(false));
    // Once it is being ended, nothing comes after it.
    running.on('exit', (code) => isEnding || resolve(code === 0));
  });
}

/** @param {string} path @returns {unknown} null where there is none */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** A step that cannot even run is a failure like any other: the ones after it still run. @param {string} name */
async function counted(name) {
  try {
    return (await steps[name]?.()) ?? countStep(false);
  } catch (error) {
    say(`${name} could not run: ${error instanceof Error ? error.message : error}`);
    return countStep(false);
  }
}

/** @returns {string[]} names of the steps to run */
function chosen() {
  const only = process.argv.slice(2).flatMap((arg) => (arg.startsWith('--only=') ? arg.slice(7).split(',') : []));
  const unknown = only.filter((name) => !(name in steps));
  if (unknown.length > 0)
    throw new Trouble(`no such step: ${unknown.join(', ')}; expected ${Object.keys(steps).join(', ')}`);
  return only.length > 0 ? only : Object.keys(steps);
}

try {
  const names = chosen();
  await prepare({ xvfb: process.platform === 'linux' });
  mkdirSync(inProject('.cache'), { recursive: true });
  // What is read at the end must be of this run.
  for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true });
  const all = [];
  for (const name of names) {
    say(`\n── ${name}`);
    all.push(await counted(name));
  }
  console.log(`\n${closingLine(all)}`);
  process.exit(all.some(({ failed }) => failed > 0) ? 1 : 0);
} catch (error) {
  // The last line is the count, even when nothing could run.
  process.on('exit', () => console.log(`\n${closingLine([countStep(false)])}`));
  giveUp(error);
}
