/** `node scripts/bench-break-even.mjs`: how far off the model of the break-even map is on this machine. Takes two minutes. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { giveUp, say } from './lib/console.mjs';
import { inProject, ROOT } from './lib/paths.mjs';
import { prepare } from './prepare/prepare.mjs';

const BUILT = inProject('.cache', 'bench-break-even');

try {
  await prepare();
  // Not before now: on a fresh clone it has only just been installed.
  const vite = await import('vite');
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
        input: { bench: inProject('bench', 'break-even', 'bench.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
  const { bench } = await import(pathToFileURL(join(BUILT, 'bench.mjs')).href);
  await bench(inProject('out', 'main', 'worker.js'), say);
} catch (error) {
  giveUp(error);
}
