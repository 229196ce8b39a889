/** `npm run bench`: makes sure that there is something to measure, builds the bench beside the app, runs it. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const built = join(root, '.cache', 'bench');

const preparation = join(root, 'scripts', 'prepare', 'prepare.mjs');
if (existsSync(preparation)) {
  const { prepare } = await import(pathToFileURL(preparation).href);
  await prepare();
}
if (!existsSync(join(root, 'out', 'main', 'worker.js'))) {
  console.error('There is no build to measure; make one with "npm run build".');
  process.exit(1);
}

await build();
const { bench } = await import(pathToFileURL(join(built, 'bench.js')).href);
process.exitCode = await bench(root, built, process.argv.slice(2));

/** Everything in one folder, so that each file finds the others beside itself; packages stay where they are. */
async function build() {
  // Not before now: on a fresh clone it has only just been installed.
  const vite = await import('vite');
  const sides = join(root, 'bench', 'sides');
  await vite.build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: built,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: {
          bench: join(root, 'bench', 'bench.ts'),
          node: join(sides, 'node', 'index.ts'),
          noop: join(sides, 'node', 'noop.ts'),
          'workerpool-worker': join(sides, 'node', 'workerpool-worker.ts'),
          electron: join(sides, 'electron', 'index.ts'),
          echo: join(sides, 'electron', 'echo.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  await mkdir(built, { recursive: true });
  const app = { name: 'poolscope-bench', type: 'module', main: 'electron.js' };
  await writeFile(join(built, 'package.json'), JSON.stringify(app));
}
