/** The app's own arguments: the launcher puts them after a `--`, so that Chromium does not take them for its own. */

export function ownArguments(argv: readonly string[]): string[] {
  const separator = argv.indexOf('--');
  return separator < 0 ? [] : argv.slice(separator + 1);
}

/** Whether these arguments are answered without a window. */
export function isCommand([first]: readonly string[]): boolean {
  return first !== undefined && ['run', 'export', 'help', '--help', '-h', '--version', '-V'].includes(first);
}
