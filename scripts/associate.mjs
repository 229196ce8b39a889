/** `npm run associate`: session files open in this clone's Poolscope when they are double-clicked; `--remove` undoes it. */
import { linux } from './associate/linux.mjs';
import { windows } from './associate/windows.mjs';
import { giveUp, say, Trouble } from './lib/console.mjs';

const USAGE = 'expected npm run associate, or npm run associate -- --remove';
const MAC =
  'macOS lets only packaged apps open files of a kind: drag the file onto the window, or use bin/poolscope FILE.';

/** @type {Partial<Record<NodeJS.Platform, { add(): string, remove(): string }>>} */
const systems = { linux, freebsd: linux, openbsd: linux, win32: windows };

const [first, ...more] = process.argv.slice(2);
const remove = first === '--remove';
const system = systems[process.platform];
const elsewhere = process.platform === 'darwin' ? MAC : `It is not known how ${process.platform} does it.`;

try {
  if (more.length > 0 || !(remove || first === undefined)) throw new Trouble(USAGE);
  if (system === undefined) throw new Trouble(elsewhere);
  say(remove ? system.remove() : system.add());
} catch (error) {
  giveUp(error instanceof Error && 'syscall' in error ? new Trouble(error.message) : error);
}
