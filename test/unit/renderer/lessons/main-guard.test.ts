import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { mainGuard } from '../../../../src/renderer/lessons/catalogue/main-guard';
import { parseCode } from '../../../../src/renderer/lessons/code-text';
import { withoutGuard } from '../../../../src/renderer/lessons/without-guard';
import type { Facts } from '../../../../src/renderer/store/facts';
import { formatDuration, NO_VALUE } from '../../../../src/shared/format';
import { type SpawnTreeExperiment, type SpawnTreeFigures, spawnTreeSchema } from '../../../../src/shared/spawn-tree';
import { makeFacts } from '../../../fixtures/make-run';

const read = (...path: string[]): string => readFileSync(resolve(import.meta.dirname, '../../../..', ...path), 'utf8');

/** A source text as lines, without the marks that say when each is highlighted. */
const lines = (source: string): string[] => parseCode(source).map(({ text }) => text);

/** A program of ours from its imports on. */
const program = (name: string): string[] => lines(read('src/workers/spawn-tree/programs', `${name}.ts`)).slice(1);

/** Facts of a run that came to these figures. */
function factsOf(setup: Partial<SpawnTreeExperiment>, figures: Partial<SpawnTreeFigures>): Facts {
  const facts = makeFacts({ tasks: 1 });
  const { started, ended } = facts;
  if (started === null || ended === null) throw new Error('A made run has a begin and an end');
  const experiment = spawnTreeSchema.parse({ name: 'spawn-tree', guard: 'missing', ...setup });
  return {
    ...facts,
    started: { ...started, scenario: null, experiment },
    ended: { ...ended, summary: { ...ended.summary, experiment: figures as Record<string, number> } },
  };
}

describe('the prediction of the lesson about the guard', () => {
  const { prediction } = mainGuard;
  if (prediction.kind !== 'choice') throw new Error('It is a choice');
  const index = runIndexOf(factsOf({}, {}));

  it.each([
    [3, 0],
    [7, 1],
    [8, 2],
    [16, 2],
  ])('of %i processes came true as choice %i', (started, choice) => {
    expect(prediction.truth(factsOf({}, { started }), index)).toBe(choice);
  });

  it('is explained by what this run came to', () => {
    const because = (setup: Partial<SpawnTreeExperiment>, figures: Partial<SpawnTreeFigures>): string =>
      prediction.because(factsOf(setup, figures), index);
    expect(because({ most: 8 }, { started: 8, raised: 7, timeUp: 0 })).toBe(
      '7 workers died of the RuntimeError, and the Pool started a new one for each: 8 processes. The cap of 8 stopped it.',
    );
    expect(because({ guard: 'unchecked', most: 32 }, { started: 20, deepest: 4, timeUp: 1 })).toBe(
      'Every worker imported the program and made a Pool of its own: 20 processes, 4 deep. Its time was up before the cap.',
    );
  });
});

describe('the figures of the lesson about the guard', () => {
  const figure = (figures: Partial<SpawnTreeFigures>, label: string): string | undefined => {
    const facts = factsOf({ most: 8 }, figures);
    return mainGuard.figures(facts, runIndexOf(facts), []).find((one) => one.label === label)?.text;
  };

  it('tell the cap beside the most that were alive, and what is left if anything is', () => {
    expect(figure({ aliveMost: 3 }, 'Alive at most')).toBe('3 of 8');
    expect(figure({ leftAlive: 0, goneMs: 12 }, 'Gone after')).toBe(formatDuration(12e6));
    expect(figure({ leftAlive: 2, goneMs: 12 }, 'Gone after')).toBe('2 are left');
  });

  it('have no number where no worker came so far', () => {
    expect(figure({ started: 1 }, 'Import')).toBe(NO_VALUE);
  });
});

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
