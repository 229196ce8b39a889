import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../src/renderer/commands/command';
import { keyCaps, shownKey } from '../../../../src/renderer/presenter/shown-key';

const command = (chords: readonly string[], text: string, applies?: () => boolean): Command => ({
  id: text,
  group: 'View',
  text,
  chords,
  ...(applies === undefined ? {} : { applies }),
});
const COMMANDS = [
  command(['W', '+'], 'Zoom in'),
  command(['Arrow keys'], 'Go from task to task'),
  command(['X'], 'Measure', () => false),
];

describe('a key that is shown', () => {
  it('is told with what it does, as the list of commands has it', () => {
    expect(shownKey('+', COMMANDS)).toEqual({ chord: '+', text: 'Zoom in' });
    expect(shownKey('ArrowUp', COMMANDS)).toEqual({ chord: 'ArrowUp', text: 'Go from task to task' });
  });

  it('is none that does nothing now, and none that has no command', () => {
    expect(shownKey('X', COMMANDS)).toBeNull();
    expect(shownKey('Q', COMMANDS)).toBeNull();
  });

  it('has the commands of the app', () => {
    expect(shownKey('Shift+P')?.text).toMatch(/^Presenter mode/);
  });
});

describe('the keys of a chord', () => {
  it('are written as on the keyboard, one by one', () => {
    expect(keyCaps('Mod+Shift+O', 'linux')).toEqual(['Ctrl', 'Shift', 'O']);
    expect(keyCaps('Mod+K', 'darwin')).toEqual(['⌘', 'K']);
    expect(keyCaps('ArrowLeft', 'linux')).toEqual(['←']);
    expect(keyCaps('+', 'linux')).toEqual(['+']);
    expect(keyCaps('PageDown', 'linux')).toEqual(['Page Down']);
  });
});
