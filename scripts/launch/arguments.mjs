/** The command line that Electron is started with. */

const COMMANDS = new Set(['run', 'export', 'help', '--help', '-h', '--version', '-V']);

/** Whether these arguments need no window. @param {readonly string[]} args */
export const isCommand = ([first = '']) => COMMANDS.has(first);

/**
 * The app's own arguments stand after a `--`, so that Chromium does not take them for its own.
 * @param {{ root: string, args: readonly string[], platform: NodeJS.Platform, isRoot: boolean }} parts
 * @returns {string[]}
 */
export function electronArguments({ root, args, platform, isRoot }) {
  const flags = [];
  // Chromium's sandbox refuses to run as root; for anybody else it stays on.
  if (platform === 'linux' && isRoot) flags.push('--no-sandbox');
  // Without a window there is no need of a display.
  if (platform === 'linux' && isCommand(args)) flags.push('--ozone-platform=headless');
  // Chromium's own log tells of buses and graphics cards that a container does not have.
  flags.push('--log-level=3');
  return [...flags, root, '--', ...args];
}

/**
 * Editors built on Electron set ELECTRON_RUN_AS_NODE in their terminals: it would make ours a plain Node.
 * @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv}
 */
export function electronEnvironment({ ELECTRON_RUN_AS_NODE: _, ...env }) {
  return env;
}

/** @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform */
export function hasDisplay(env, platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}
