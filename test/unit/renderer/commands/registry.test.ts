import { describe, expect, it, vi } from 'vitest';
import type { Actions } from '../../../../src/renderer/actions/actions';
import { chord, chordText } from '../../../../src/renderer/commands/chord';
import { commandFor, commands, palette } from '../../../../src/renderer/commands/registry';

type Key = Parameters<typeof chord>[0];
const none: Key = { key: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const press = (key: string, held: Partial<Key> = {}): string => chord({ ...none, ...held, key });

describe('a chord', () => {
  it('is the key alone where nothing is held', () => {
    expect(press('f')).toBe('F');
    expect(press('Enter')).toBe('Enter');
    expect(press('ArrowLeft')).toBe('ArrowLeft');
    expect(press('1')).toBe('1');
  });

  it('names the space bar', () => {
    expect(press(' ')).toBe('Space');
    expect(press(' ', { shiftKey: true })).toBe('Shift+Space');
  });

  it('has one word for Control and Command', () => {
    expect(press('o', { ctrlKey: true })).toBe('Mod+O');
    expect(press('o', { metaKey: true })).toBe('Mod+O');
    expect(press('o', { ctrlKey: true, metaKey: true })).toBe('Mod+O');
  });

  it('is the same letter with and without Caps Lock', () => {
    expect(press('O', { ctrlKey: true })).toBe('Mod+O');
    expect(press('F')).toBe('F');
  });

  it('tells letters with Shift from those without', () => {
    expect(press('O', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+O');
    expect(press('S', { shiftKey: true })).toBe('Shift+S');
  });

  it('leaves Shift out where the sign says it already', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('/', { shiftKey: true })).toBe('/');
  });

  it('names what is held in one order', () => {
    const all = { ctrlKey: true, altKey: true, shiftKey: true };
    expect(press('k', all)).toBe('Mod+Alt+Shift+K');
    expect(press(' ', all)).toBe('Mod+Alt+Shift+Space');
    expect(press('Enter', { altKey: true })).toBe('Alt+Enter');
  });
});

describe('the commands', () => {
  it('share no chord', () => {
    const chords = commands.flatMap((command) => command.chords);
    expect(chords.filter((one, index) => chords.indexOf(one) !== index)).toEqual([]);
  });

  it('have an id and a text of their own', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(new Set(commands.map(({ text }) => text)).size).toBe(commands.length);
  });

  it('that only explain keys have some', () => {
    for (const { chords, id, act } of commands) if (act === undefined) expect(chords.length, id).toBeGreaterThan(0);
  });

  it('that act have chords that can be pressed', () => {
    const acting = commands.filter(({ act }) => act !== undefined).flatMap(({ chords }) => chords);
    expect(acting.map((text) => pressed(text))).toEqual(acting);
  });
});

/** What `chord` makes of the keys that a chord's text names. */
function pressed(text: string): string {
  const parts = text === '+' ? ['+'] : text.split('+');
  const named = parts.at(-1) ?? '';
  const held = { ctrlKey: parts.includes('Mod'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift') };
  return press(named === 'Space' ? ' ' : named.length === 1 ? named.toLowerCase() : named, held);
}

describe('the command of a chord', () => {
  it('is the one that has it', () => {
    expect(commandFor('Mod+S')?.id).toBe('save');
    expect(commandFor('Shift+Space')?.id).toBe('kill');
    expect(commandFor('?')?.id).toBe('shortcuts');
  });

  it('is none for what the timeline answers itself, and for what has no command', () => {
    for (const pressed of ['Escape', 'Enter', 'ArrowLeft', 'Mod+Shift+S', 'Alt+Space', 'Alt+Enter', '']) {
      expect(commandFor(pressed), pressed).toBeUndefined();
    }
  });
});

describe('the palette', () => {
  const listed = () => palette().flatMap((group) => group.commands);

  it('lists every command that acts, but itself, each group once', () => {
    const acting = commands.filter(({ act, applies }) => act !== undefined && applies === undefined);
    expect(listed().map(({ id }) => id)).toEqual(
      expect.arrayContaining(acting.map(({ id }) => id).filter((id) => id !== 'palette')),
    );
    expect(listed().map(({ id }) => id)).not.toContain('palette');
    const groups = palette().map(({ group }) => group);
    expect(new Set(groups).size).toBe(groups.length);
  });

  it('leaves out what would do nothing now', () => {
    for (const { id, applies } of commands) {
      if (applies !== undefined)
        expect(
          listed().some((command) => command.id === id),
          id,
        ).toBe(applies());
    }
  });
});

describe('an act', () => {
  const made = (running: boolean): Actions => {
    const used: Partial<Actions> = {
      isRunning: () => running,
      run: vi.fn(),
      stop: vi.fn(),
      kill: vi.fn(),
      open: vi.fn(),
      save: vi.fn(),
      showShortcuts: vi.fn(),
    };
    return used as Actions;
  };

  it('of the space bar runs when nothing runs, and stops what runs', () => {
    const idle = made(false);
    commandFor('Space')?.act?.(idle);
    expect(idle.run).toHaveBeenCalledOnce();
    expect(idle.stop).not.toHaveBeenCalled();
    const running = made(true);
    commandFor('Space')?.act?.(running);
    expect(running.stop).toHaveBeenCalledOnce();
    expect(running.run).not.toHaveBeenCalled();
  });

  it('of the others does what its text says', () => {
    const actions = made(true);
    for (const pressed of ['Shift+Space', 'Mod+O', 'Mod+S', '?']) commandFor(pressed)?.act?.(actions);
    for (const done of [actions.kill, actions.open, actions.save]) expect(done).toHaveBeenCalledOnce();
    expect(actions.showShortcuts).toHaveBeenCalledExactlyOnceWith(true);
    expect(actions.stop).not.toHaveBeenCalled();
  });
});

describe('a chord’s text', () => {
  it('has the signs of the system', () => {
    expect(chordText('Mod+O', 'darwin')).toBe('⌘O');
    expect(chordText('Mod+O', 'linux')).toBe('Ctrl+O');
    expect(chordText('Mod+O', 'win32')).toBe('Ctrl+O');
  });

  it('is the chord where it has no Mod', () => {
    for (const platform of ['darwin', 'linux']) expect(chordText('Shift+Space', platform)).toBe('Shift+Space');
  });
});
