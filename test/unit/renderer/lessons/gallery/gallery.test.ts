import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { galleryEntries } from '../../../../../src/renderer/lessons/gallery/entries';
import { galleryCode } from '../../../../../src/renderer/lessons/gallery/gallery-code';
import { pythonEntries, pythonVersion } from '../../../../../src/renderer/lessons/gallery/python-gallery';
import { verdictOf } from '../../../../../src/renderer/lessons/gallery/verdict';

const FILE = 'resources/lessons/pickling-gallery.mjs';
const source = readFileSync(FILE, 'utf8');
const codes = galleryCode(source);
const names = galleryEntries.map(({ name }) => name);

describe('the gallery', () => {
  it('has code here and in Python, and Python’s answers, for each of its values and no others', async () => {
    const { values } = (await import(pathToFileURL(resolve(FILE)).href)) as {
      values: Record<string, () => unknown>;
    };
    expect([...codes.keys()]).toEqual(names);
    expect(Object.keys(values)).toEqual(names);
    expect([...pythonEntries.keys()]).toEqual(names);
    expect(pythonVersion).toMatch(/^3\.\d+\.\d+$/);
  });

  it.each(galleryEntries)(
    'says of $name in short words what it is and what to do instead',
    ({ title, kind, instead }) => {
      expect(title.length).toBeLessThanOrEqual(40);
      expect(kind.length).toBeLessThanOrEqual(60);
      expect(instead.length).toBeLessThanOrEqual(160);
      expect(instead).toMatch(/\.$/);
    },
  );

  it('shows values that only one of the two takes, on both sides', () => {
    const refusing = names.filter((name) => pythonEntries.get(name)?.argument.outcome === 'refused');
    expect(refusing).toContain('part-of-bytes');
    expect(refusing).not.toContain('socket');
  });
});

describe('the code of a value', () => {
  it('comes with the imports and definitions that it needs, and no others', () => {
    expect(codes.get('named-function')).toEqual({
      setup: 'function double(x) {\n  return x * 2;\n}',
      value: 'double',
    });
    expect(codes.get('socket')).toEqual({ setup: "import { Socket } from 'node:net';", value: 'new Socket()' });
    expect(codes.get('module')).toEqual({ setup: "import * as path from 'node:path';", value: 'path' });
    expect(codes.get('lambda')).toEqual({ setup: '', value: '(x) => x * 2' });
  });
});

describe('a verdict', () => {
  it('tells what arrived as it was from what did not', () => {
    expect(verdictOf({ outcome: 'crossed', was: '1', became: '1' })).toBe('kept');
    expect(verdictOf({ outcome: 'crossed', was: 'Person {}', became: '{}' })).toBe('changed');
    expect(verdictOf({ outcome: 'refused', name: 'PicklingError', message: '' })).toBe('refused');
    expect(verdictOf({ outcome: 'no-answer' })).toBe('no-answer');
  });
});
