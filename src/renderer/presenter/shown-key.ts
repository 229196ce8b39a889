/** What is shown of a key that was pressed in front of an audience: the key, and what it does. */
import type { Command } from '../commands/command';
import { commands } from '../commands/registry';

export interface ShownKey {
  /** As `chord` writes it. */
  readonly chord: string;
  readonly text: string;
}

const ARROW = /^Arrow(Left|Right|Up|Down)$/;

/**
 * @param pressed as `chord` writes it
 * @returns null for a key that does nothing now: what is typed is nobody's business
 */
export function shownKey(pressed: string, from: readonly Command[] = commands): ShownKey | null {
  const chord = ARROW.test(pressed) ? 'Arrow keys' : pressed;
  const command = from.find(({ chords, applies }) => chords.includes(chord) && (applies?.() ?? true));
  return command === undefined ? null : { chord: pressed, text: command.text };
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
};

/** The keys of a chord one by one, as they stand on a keyboard: `Shift`, `P`. */
export function keyCaps(chord: string, platform: string): readonly string[] {
  const parts = chord.endsWith('+') ? [...chord.slice(0, -1).split('+').filter(Boolean), '+'] : chord.split('+');
  return parts.map((part) => (part === 'Mod' ? (platform === 'darwin' ? '⌘' : 'Ctrl') : (ARROWS[part] ?? part)));
}
