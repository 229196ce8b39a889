/** Makes a clone ready to run, whatever it lacks. Each step is over at once when there is nothing to do. */

import { alone } from '../lib/lock.mjs';
import { inProject } from '../lib/paths.mjs';
import { build as buildApp } from './build.mjs';
import { electronPath, installRuntime } from './electron-runtime.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { installPackages } from './npm-packages.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

/**
 * @param {{ xvfb?: boolean, build?: boolean }} [options] xvfb: a virtual display is needed too; build: the app, too
 * @returns {Promise<string>} path of the Electron executable
 */
export async function prepare({ xvfb = false, build = true } = {}) {
  checkNodeVersion();
  return alone(inProject('.cache', 'prepare.lock'), async () => {
    await installPackages();
    await installRuntime();
    const electron = electronPath();
    if (electron === null) throw new Error('the runtime was installed and is not there');
    await installSystemLibraries(electron, { xvfb });
    if (build) await buildApp();
    return electron;
  });
}
