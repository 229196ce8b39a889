/** Writing to stdout and knowing that it has arrived: a pipe takes its time, and the process exits right after. */

/** Resolves when the text is out, or when nobody reads any more. */
export function print(text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((resolve) => {
    process.stdout.once('error', () => resolve());
    process.stdout.write(text, () => resolve());
  });
}

/** A message for the person; never on stdout. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
