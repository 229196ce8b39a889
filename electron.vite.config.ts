import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const from = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        // The worker is an entry of its own: it runs in another process and must boot with little to read.
        input: {
          index: from('src/main/index.ts'),
          worker: from('src/workers/entry.ts'),
          'queue-process': from('src/workers/queue/entry.ts'),
          'spawn-tree': from('src/workers/spawn-tree/entry.ts'),
          'program-guarded': from('src/workers/spawn-tree/programs/guarded.ts'),
          'program-unguarded': from('src/workers/spawn-tree/programs/unguarded.ts'),
          'program-guarded-libraries': from('src/workers/spawn-tree/programs/guarded-libraries.ts'),
          'program-unguarded-libraries': from('src/workers/spawn-tree/programs/unguarded-libraries.ts'),
          'parent-watch': from('src/workers/parent-watch.ts'),
          'file-thread': from('src/main/files/file-thread.ts'),
          'session-thread': from('src/main/session/session-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: from('src/preload/index.ts') },
        // A sandboxed preload script cannot be a module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('src/renderer'),
    plugins: [react()],
    build: {
      rollupOptions: {
        input: {
          index: from('src/renderer/index.html'),
          'export-page': from('src/renderer/export-page/index.html'),
        },
      },
      // Fonts stay files: the content security policy has no data: fonts.
      assetsInlineLimit: 0,
    },
  },
});
