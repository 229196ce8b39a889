import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/shared/read-json';

describe('reading JSON', () => {
  test('gives what JSON.parse gives for every text that is JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('ignores the byte-order mark that some editors write', () => {
    expect(readJson('\uFEFF{"a": 1}')).toEqual({ a: 1 });
  });

  test('reads NaN and Infinity as numbers, as Python writes them', () => {
    expect(readJson('{"a": NaN, "b": [Infinity, -Infinity]}')).toEqual({
      a: Number.NaN,
      b: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    });
  });

  test('leaves those words alone inside text', () => {
    expect(readJson(String.raw`{"NaN": "NaN \" Infinity", "x": NaN}`)).toEqual({
      NaN: 'NaN " Infinity',
      x: Number.NaN,
    });
  });

  test.each([
    ['', 'expected JSON, got nothing'],
    [' \n', 'expected JSON, got nothing'],
    ['version: 1', 'expected JSON, got "version:" at line 1, column 1'],
    ['{', 'expected JSON, got the end of the text at line 1, column 2'],
    ['{\n  "a": 1,\n}', 'expected JSON, got "}" at line 3, column 1'],
    ['{"a": 1} trailing', 'expected JSON, got "trailing" at line 1, column 10'],
    ['{"a": tru}', 'expected JSON, got "tru}" at line 1, column 7'],
    ["{'a': 1}", `expected JSON, got "'a':" at line 1, column 2`],
    ['{"a": "two\nlines"}', 'expected JSON, got white space at line 1, column 11'],
    ['{"a": notANumberAtAllButAWord}', 'expected JSON, got "notANumberAt" at line 1, column 7'],
    ['[1, NaN', 'expected JSON, got "NaN" at line 1, column 5'],
  ])('of %j says: %s', (text, sentence) => {
    expect(() => readJson(text)).toThrow(new SyntaxError(sentence));
  });

  test('says what is wrong in one line, whatever the text', () => {
    const junk = fc.stringMatching(/^[[\]{}",:0-9a-z\n\t\\ -]{1,40}$/);
    fc.assert(
      fc.property(junk, (text) => {
        try {
          readJson(text);
        } catch (error) {
          expect((error as Error).message).toMatch(/^expected JSON, got .+( at line \d+, column \d+)?$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
