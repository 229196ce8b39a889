import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCode } from '../../../../src/renderer/lessons/code-text';
import { withoutGuard } from '../../../../src/renderer/lessons/without-guard';

const read = (...path: string[]): string => readFileSync(resolve(import.meta.dirname, '../../../..', ...path), 'utf8');

/** A source text as lines, without the marks that say when each is highlighted. */
const lines = (source: string): string[] => parseCode(source).map(({ text }) => text);

/** A program of ours from its imports on. */
const program = (name: string): string[] => lines(read('src/workers/spawn-tree/programs', `${name}.ts`)).slice(1);

describe('the code of the lesson about the guard', () => {
  it('is the program that runs', () => {
    expect(lines(read('resources/lessons/main-guard.ts.txt'))).toEqual(program('guarded'));
  });

  it('is that program also where its guard is left out, but for what nothing imports then', () => {
    const shown = lines(withoutGuard(read('resources/lessons/main-guard.ts.txt')));
    const imports = (line: string): string => line.replace('thisModule, ', '');
    expect(shown.map(imports).filter((line) => line !== '')).toEqual(
      program('unguarded').filter((line) => line !== ''),
    );
  });

  it('loses its guard and the indentation below it, and nothing else', () => {
    expect(withoutGuard('import x\n\nif __name__ == "__main__":  #: guard\n    a()\n    if b:\n        c()\n')).toBe(
      'import x\n\na()\nif b:\n    c()\n',
    );
    expect(() => withoutGuard('a()\n')).toThrow('no guard');
  });
});
