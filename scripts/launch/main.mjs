/** `poolscope`: prepares what is missing, then starts the app or one of its commands. */
import { giveUp, say } from '../lib/console.mjs';
import { prepare } from '../prepare/prepare.mjs';
import { hasDisplay, isCommand } from './arguments.mjs';
import { launch } from './launch.mjs';

export const HOW_TO_SEE = 'To see the window, start it where DISPLAY is set: on a desktop, or over "ssh -X".';

const BAD_USAGE = 2;
/** Nothing ran: 1 would say that tasks failed. */
const NO_ENGINE = 3;

/** @param {readonly string[]} args */
export async function main(args) {
  try {
    if (!isCommand(args) && !hasDisplay(process.env, process.platform)) {
      say(`poolscope: there is no display for a window. ${HOW_TO_SEE}`);
      process.exit(BAD_USAGE);
    }
    process.exit(await launch(await prepare(), args));
  } catch (error) {
    giveUp(error, NO_ENGINE);
  }
}
