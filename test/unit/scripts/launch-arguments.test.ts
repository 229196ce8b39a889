import { describe, expect, it } from 'vitest';
import { electronArguments, electronEnvironment, hasDisplay, isCommand } from '../../../scripts/launch/arguments.mjs';
import { isCommand as isCommandInApp, ownArguments } from '../../../src/main/arguments';

const COMMANDS = ['run', 'export', 'help', '--help', '-h', '--version', '-V'];
const linux = { root: '/app', platform: 'linux', isRoot: false } as const;

describe('the arguments that Electron is started with', () => {
  it('are quiet logs, the app, and what the app was given, in this order', () => {
    const args = ['scenario.json', '--theme', 'dark'];
    expect(electronArguments({ ...linux, args })).toEqual(['--log-level=3', '/app', '--', ...args]);
  });

  it('leave the sandbox on, but for root on Linux', () => {
    const sandboxless = (platform: NodeJS.Platform, isRoot: boolean): boolean =>
      electronArguments({ root: '/app', args: [], platform, isRoot }).includes('--no-sandbox');
    expect(sandboxless('linux', true)).toBe(true);
    expect(sandboxless('linux', false)).toBe(false);
    expect(sandboxless('darwin', true)).toBe(false);
    expect(sandboxless('win32', true)).toBe(false);
  });

  it('need no display for a command on Linux', () => {
    const flag = '--ozone-platform=headless';
    expect(electronArguments({ ...linux, args: ['run', 'a.json'] })).toContain(flag);
    expect(electronArguments({ ...linux, args: [] })).not.toContain(flag);
    expect(electronArguments({ ...linux, args: ['run'], platform: 'darwin' })).not.toContain(flag);
  });

  it('reach the app as they were given, even those that look like Chromium’s or like the separator', () => {
    for (const args of [[], ['run', 'a.json', '--json'], ['--no-sandbox'], ['run', '--', '-odd.json']]) {
      expect(ownArguments(['/electron', ...electronArguments({ ...linux, isRoot: true, args })])).toEqual(args);
    }
  });

  it('are not changed', () => {
    const args = Object.freeze(['run', 'a.json']);
    expect(() => electronArguments({ ...linux, args })).not.toThrow();
  });
});

describe('the environment that Electron is started with', () => {
  it('is that of the person, without what would make it a plain Node', () => {
    expect(electronEnvironment({ PATH: '/bin', ELECTRON_RUN_AS_NODE: '1' })).toEqual({ PATH: '/bin' });
    expect(electronEnvironment({ PATH: '/bin' })).toEqual({ PATH: '/bin' });
  });
});

describe('a command', () => {
  it('is one of a few first words', () => {
    for (const command of COMMANDS) expect(isCommand([command, 'a.json']), command).toBe(true);
    for (const args of [[], [''], ['a.json'], ['a.json', 'run'], ['RUN'], ['--json']]) {
      expect(isCommand(args), args.join(' ')).toBe(false);
    }
  });

  it('is the same to the launcher and to the app', () => {
    for (const word of [...COMMANDS, 'bench', 'start', '--json', '-v', '']) {
      expect(isCommand([word]), word).toBe(isCommandInApp([word]));
    }
    expect(isCommand([])).toBe(isCommandInApp([]));
  });
});

describe('a display', () => {
  it('is there on Linux when X or Wayland says so, and always elsewhere', () => {
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
    expect(hasDisplay({}, 'darwin')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });
});
