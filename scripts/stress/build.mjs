/** Bundles the stress cases for Node and for Electron; packages stay where they are. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, ROOT } from '../lib/paths.mjs';

/** Beside the app's own build, so that the same path leads to the worker's entry. */
export const BUILT = inProject('.cache', 'stress');

export async function buildStress() {
  // Not before now: on a fresh clone it has only just been installed.
  const vite = await import('vite');
  const folder = inProject('test', 'stress');
  await vite.build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: BUILT,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: {
          node: join(folder, 'in-node.ts'),
          electron: join(folder, 'in-electron.ts'),
          cases: join(folder, 'cases.ts'),
        },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  mkdirSync(BUILT, { recursive: true });
  const app = { name: 'poolscope-stress', type: 'module', main: 'electron.js' };
  writeFileSync(join(BUILT, 'package.json'), JSON.stringify(app));
}
