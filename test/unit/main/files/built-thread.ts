/** The thread that reads files, built for the tests that run it: they need no build of the app then. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../../../../src/main/files/file-thread.ts');

/** @returns path of the built thread, once tests run */
export function builtThread(): () => string {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'poolscope-thread-'));
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: SOURCE,
        outDir: folder,
        rollupOptions: { output: { format: 'es', entryFileNames: 'file-thread.mjs' } },
      },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => join(folder, 'file-thread.mjs');
}
