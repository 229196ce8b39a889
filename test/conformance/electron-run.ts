/** Bundles the table for Electron, runs it there once, and reads what is printed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { electronEnvironment } from '../../scripts/launch/arguments.mjs';
import { headlessElectron } from '../../scripts/launch/headless-electron.mjs';
import { type Line, lineSchema } from './outcome';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, '.cache', 'conformance');
/** Kept to say why Electron did not get to the end. */
const MOST_STDERR = 4000;

export interface Finished {
  readonly lines: readonly Line[];
  readonly status: number | null;
  /** The latest of what Electron wrote to stderr. */
  readonly stderr: string;
}

/** Everything in one file. */
async function bundle(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: built,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: { main: join(import.meta.dirname, 'electron-main.ts') },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  mkdirSync(built, { recursive: true });
  const app = { name: 'poolscope-conformance', type: 'module', main: 'main.js' };
  writeFileSync(join(built, 'package.json'), JSON.stringify(app));
}

/** @param started is given the process, so that it can be ended before its time */
export async function runInElectron(started: (electron: ChildProcess) => void): Promise<Finished> {
  await bundle();
  const { file, args } = headlessElectron(built);
  const env = electronEnvironment(process.env);
  const electron = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started(electron);
  let stderr = '';
  electron.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-MOST_STDERR);
  });
  const status = new Promise<number | null>((resolve, reject) => {
    electron.on('error', reject).on('close', resolve);
  });
  const lines: Line[] = [];
  for await (const line of createInterface({ input: electron.stdout })) {
    // Chromium may have its say on stdout.
    if (line.startsWith('{"type":')) lines.push(lineSchema.parse(JSON.parse(line)));
  }
  return { lines, status: await status, stderr };
}
