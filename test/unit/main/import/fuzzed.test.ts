import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RunCollector } from '../../../../src/main/export/run-collector';
import { traceText } from '../../../../src/main/export/write-trace';
import { runDensity } from '../../../../src/renderer/derive/run-density';
import { runExtent } from '../../../../src/renderer/derive/run-extent';
import { makeRun } from '../../../fixtures/make-run';
import { viztracerFile } from '../../../fixtures/viztracer-file';
import { readAt, traceFile } from './trace-file';

const collector = new RunCollector();
for (const event of makeRun({ tasks: 20, workers: 3, failEvery: 7, crash: 1 })) collector.take(event);
const TEXTS = [[...traceText(collector.run)].join(''), viztracerFile({ workers: 2, tasks: 9 })];

/** What JSON allows where a number stands, and what it does not. */
const WORDS = ['1e999', '-1', '4000000000', '1e300', '9007199254740993', '0.5', 'null', 'true', '""', '[]', '{}', 'x'];
const NUMBER = /(?<=[:[,])-?\d+(\.\d+)?/g;

const damage = fc.record({ place: fc.nat(1e6), word: fc.constantFrom(...WORDS) });

function damaged(text: string, damages: readonly { readonly place: number; readonly word: string }[]): string {
  return damages.reduce((now, { place, word }) => {
    const numbers = [...now.matchAll(NUMBER)];
    const at = numbers[place % Math.max(1, numbers.length)];
    return at === undefined ? now : now.slice(0, at.index) + word + now.slice(at.index + at[0].length);
  }, text);
}

it('a trace with any of its numbers damaged is refused in a sentence, or shown; it never hangs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...TEXTS),
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      async (text, damages) => {
        const path = traceFile(damaged(text, damages), 'fuzzed.json');
        const read = await readAt(path).catch((error: Error) => error.message);
        if (typeof read === 'string') {
          expect(read.startsWith(`${path}: `)).toBe(true);
          return;
        }
        const { originNs, endNs } = runExtent(read.facts);
        expect(endNs).toBeLessThan(Number.POSITIVE_INFINITY);
        runDensity(read.facts, { startNs: originNs, nsPerPx: Math.max(1, endNs - originNs) / 60 }, 60);
      },
    ),
    { numRuns: 300, seed: 20261125 },
  );
}, 60_000);
