/** Builds the app when its sources have changed since the last build, and only then. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, ROOT } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'vite.page.config.ts',
  'package.json',
  'package-lock.json',
];

export async function build() {
  const stamp = inProject('out', '.stamp');
  const wanted = sourcesHash(ROOT);
  const outputs = [inProject('out', 'main', 'index.js'), inProject('out', 'page', 'session-page.html'), stamp];
  const isBuilt = outputs.every((path) => existsSync(path));
  if (isBuilt && readFileSync(stamp, 'utf8') === wanted) return;
  // A build that is killed half way must not look like the one before it.
  rmSync(stamp, { force: true });
  const cli = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await run('Building', process.execPath, [cli, 'build', '--logLevel', 'warn']);
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  await run('Building the page', process.execPath, [vite, 'build', '-c', 'vite.page.config.ts', '--logLevel', 'warn']);
  mkdirSync(inProject('out'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Path, size and time of every source: a file that is new, changed or gone makes another hash. @param {string} root */
export function sourcesHash(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of filesBelow(root, source)) {
      const { size, mtimeMs } = statSync(join(root, path));
      hash.update(`${path} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string} path relative to it @returns {string[]} */
function filesBelow(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(root, join(path, name)));
}
