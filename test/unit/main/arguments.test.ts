import { describe, expect, it } from 'vitest';
import { isCommand, ownArguments } from '../../../src/main/arguments';

describe('the app’s own arguments', () => {
  it('stand after the first separator', () => {
    expect(ownArguments(['/electron', '--log-level=3', '/app', '--', 'run', 'a.json'])).toEqual(['run', 'a.json']);
    expect(ownArguments(['/electron', '--'])).toEqual([]);
  });

  it('may hold a separator of their own', () => {
    expect(ownArguments(['/electron', '--', 'run', '--', '-odd.json'])).toEqual(['run', '--', '-odd.json']);
  });

  it('are none where there is no separator', () => {
    expect(ownArguments(['/electron', '/app', 'run'])).toEqual([]);
    expect(ownArguments([])).toEqual([]);
  });
});

describe('a command', () => {
  it('is answered without a window when it is the first argument', () => {
    for (const word of ['run', 'export', 'help', '--help', '-h', '--version', '-V']) {
      expect(isCommand([word, 'more']), word).toBe(true);
    }
  });

  it('is nothing else, and nothing further on', () => {
    for (const args of [[], [''], ['a.json', 'run'], ['Run'], ['-v'], ['toString']]) {
      expect(isCommand(args), args.join(' ')).toBe(false);
    }
  });
});
