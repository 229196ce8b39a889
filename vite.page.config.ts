/** Builds the page that `poolscope export --format html` puts a session into: one file, with its script and style in it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const from = (path: string): string => resolve(import.meta.dirname, path);
const PAGE = from('src/renderer/session-page');

export default defineConfig({
  root: PAGE,
  plugins: [react(), inOneFile()],
  build: {
    outDir: from('out/page'),
    emptyOutDir: true,
    cssCodeSplit: false,
    rollupOptions: { input: `${PAGE}/main.tsx`, output: { format: 'iife', entryFileNames: 'page.js' } },
  },
});

/** Puts script and style into the template, in place of files of their own. */
function inOneFile(): Plugin {
  return {
    name: 'in-one-file',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        let [script, style] = ['', ''];
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk') script += file.code;
          else if (name.endsWith('.css')) style += String(file.source);
          delete bundle[name];
        }
        if (script === '' || style === '') this.error('The page has no script or no style.');
        // Neither may end the element that it stands in.
        script = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
        const hash = createHash('sha256').update(script).digest('base64');
        const source = readFileSync(`${PAGE}/template.html`, 'utf8')
          .replace('POLICY', () => policy(hash))
          .replace('<!--STYLE-->', () => `<style>${style}</style>`)
          .replace('<!--SCRIPT-->', () => `<script>${script}</script>`);
        this.emitFile({ type: 'asset', fileName: 'session-page.html', source });
      },
    },
  };
}

/** Nothing is loaded, nothing is sent, and no other script runs. Libraries put style elements into the page. */
function policy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
