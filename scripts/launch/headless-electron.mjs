/**
 * How to start the installed Electron with another app than this project. An official Electron takes
 * a path on its command line. One that does not (it has no default app) loads `resources/app`; it is linked into a
 * folder where that is the app.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * Without a window.
 * @param {string} app folder with the app's package.json; a linked runtime is made in it
 * @returns {{ file: string, args: readonly string[] }}
 */
export function headlessElectron(app) {
  // No window is opened, so no display is needed.
  return electronFor(app, process.platform === 'linux' ? ['--ozone-platform=headless'] : []);
}

/**
 * @param {string} app folder with the app's package.json; a linked runtime is made in it
 * @param {readonly string[]} [given] flags for Chromium
 * @returns {{ file: string, args: readonly string[] }}
 */
export function electronFor(app, given = []) {
  const electron = /** @type {string} */ (createRequire(import.meta.url)('electron'));
  // Chromium refuses to be root in its sandbox.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const flags = ['--log-level=3', ...given, ...sandbox];
  const dist = dirname(electron);
  if (process.platform !== 'linux' || existsSync(join(dist, 'resources', 'default_app.asar'))) {
    return { file: electron, args: [...flags, app] };
  }
  return { file: linkedRuntime(electron, app), args: flags };
}

/** @param {string} electron @param {string} app */
function linkedRuntime(electron, app) {
  const runtime = join(app, 'runtime');
  const executable = join(runtime, basename(electron));
  rmSync(runtime, { recursive: true, force: true });
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  for (const name of readdirSync(dirname(electron))) {
    if (name === 'resources' || name === basename(electron)) continue;
    symlinkSync(join(dirname(electron), name), join(runtime, name));
  }
  // Not a symbolic link: the executable looks for its files beside itself, wherever a link would lead.
  try {
    linkSync(electron, executable);
  } catch {
    copyFileSync(electron, executable);
  }
  symlinkSync(app, join(runtime, 'resources', 'app'));
  return executable;
}
