/** Starts Electron on this project and ends with its status. Leaves nothing behind, however it is ended itself. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from '../lib/paths.mjs';
import { electronArguments, electronEnvironment } from './arguments.mjs';
import { endWithParent } from './end-with-parent.mjs';
import { encodesH264, onOneCore } from './one-core.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * @param {string} electron path of the executable
 * @param {readonly string[]} args the app's own
 * @returns {Promise<number>} exit status
 */
export function launch(electron, args) {
  const isRoot = process.getuid?.() === 0;
  const given = electronArguments({ root: ROOT, args, platform: process.platform, isRoot });
  const command = encodesH264(args) ? onOneCore(electron, given) : /** @type {const} */ ([electron, given]);
  const child = spawn(...endWithParent(...command), {
    stdio: 'inherit',
    env: electronEnvironment(process.env),
    windowsHide: false,
  });
  // A terminal sends Ctrl-C to both; the app takes the second one for the same.
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  process.on('exit', () => child.kill());
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
