import { describe, expect, it } from 'vitest';
import { topLevelKeys } from '../../../../src/main/files/top-level-keys';

describe('the keys of a JSON object', () => {
  it('are given in order, those of its own level only, as far as the text goes', () => {
    expect([...topLevelKeys('{"a":1,"b":{"c":2},"d":["e"],"f\\"":"g:","h')]).toEqual(['a', 'b', 'd', 'f\\"']);
  });

  it('are found at once where a string has no end, whatever is in it', () => {
    const text = `{"a":"${'\\"'.repeat(400_000)}`;
    expect([...topLevelKeys(text), ...topLevelKeys(`${text}\\`)]).toEqual(['a', 'a']);
  }, 15_000);
});
