/** `npm start`: opens the window; without a display it runs the default scenario in characters instead. */
import { constants } from 'node:os';
import { hasDisplay, isCommand } from './launch/arguments.mjs';
import { launch } from './launch/launch.mjs';
import { HOW_TO_SEE } from './launch/main.mjs';
import { giveUp, say } from './lib/console.mjs';
import { inProject } from './lib/paths.mjs';
import { whenOrphaned } from './lib/when-orphaned.mjs';
import { prepare } from './prepare/prepare.mjs';

const args = process.argv.slice(2);

// Electron ends with us.
whenOrphaned(() => process.exit(128 + constants.signals.SIGTERM));

try {
  const electron = await prepare();
  if (isCommand(args) || hasDisplay(process.env, process.platform)) process.exit(await launch(electron, args));
  say('There is no display: running the default scenario here.\n');
  const status = await launch(electron, ['run', inProject('resources', 'scenarios', 'default.json')]);
  say(`\n${HOW_TO_SEE}`);
  process.exit(status);
} catch (error) {
  giveUp(error);
}
