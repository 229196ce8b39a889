/** `npm run bench:timeline`: builds the bench around the app's own build, runs it on a display of its own. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { giveUp } from './lib/console.mjs';
import { inProject, ROOT } from './lib/paths.mjs';
import { startXvfb } from './lib/xvfb.mjs';
import { prepare } from './prepare/prepare.mjs';

/** An app folder like the project's own: what lies beside main is found where main looks for it. */
const APP = inProject('.cache', 'bench-timeline');

async function build() {
  // Not before now: on a fresh clone it has only just been installed.
  const vite = await import('vite');
  const folder = inProject('bench', 'timeline');
  await vite.build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: join(APP, 'out', 'main'),
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: {
          bench: join(folder, 'bench.ts'),
          index: join(folder, 'window', 'index.ts'),
          'file-thread': inProject('src', 'main', 'files', 'file-thread.ts'),
        },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  link(inProject('out', 'preload'), join(APP, 'out', 'preload'));
  link(inProject('out', 'renderer'), join(APP, 'out', 'renderer'));
  link(inProject('resources'), join(APP, 'resources'));
  const app = { name: 'poolscope-bench-timeline', type: 'module', main: 'out/main/index.js' };
  writeFileSync(join(APP, 'package.json'), JSON.stringify(app));
}

/** @param {string} target @param {string} path */
function link(target, path) {
  try {
    symlinkSync(target, path, 'junction');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
}

try {
  await prepare({ xvfb: process.platform === 'linux' });
  mkdirSync(APP, { recursive: true });
  await build();
  const xvfb = process.platform === 'linux' ? await startXvfb() : null;
  const { benchTimeline } = await import(pathToFileURL(join(APP, 'out', 'main', 'bench.js')).href);
  process.exitCode = await benchTimeline(
    { root: ROOT, app: APP, display: xvfb?.display ?? null },
    process.argv.slice(2),
  );
  xvfb?.stop();
} catch (error) {
  giveUp(error);
}
