/** What preparing says. Always on stderr: stdout belongs to the command that is prepared for. */

/** @param {string} message */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Something that the person can put right: one sentence, and no stack. */
export class Trouble extends Error {}

/**
 * Ends a script with the sentence of a Trouble; anything else is a bug and shows its stack.
 * @param {unknown} error @param {number} [status]
 */
export function giveUp(error, status = 1) {
  if (error instanceof Trouble) say(`poolscope: ${error.message}`);
  else console.error(error);
  process.exit(status);
}
