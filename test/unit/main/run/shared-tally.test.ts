import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SharedTally, sharedNumbers } from '../../../../src/main/run/shared-tally';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import { ARRAY_PARTS, firstNumber } from '../../../../src/shared/shared-array';
import { sharedCountText } from '../../../../src/shared/shared-count-text';

it('expects of each number what tasks add to it one by one, however they overlap', () => {
  const additions = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.constantFrom(...ARRAY_PARTS), additions, (parts, items) => {
      const scenario = parseScenario({
        version: 1,
        workload: { name: 'shared-array', params: { parts } },
        input: { items },
      });
      const tally = new SharedTally(scenario);
      const found = Array<number>(sharedNumbers(scenario)).fill(0);
      for (const [task, count] of items.entries()) {
        tally.add(task, count);
        // As the task does it.
        for (let done = 0; done < count; done++) {
          const at = firstNumber(task, parts) + (done % 8);
          found[at] = (found[at] ?? 0) + 1;
        }
      }
      const total = items.reduce((sum, count) => sum + count, 0);
      expect(tally.count(found)).toEqual({ expected: total, found: total, numbers: found.length, short: 0 });
      const missing = found.map((value) => value - 1);
      expect(tally.count(missing)?.short).toBe(found.length);
    }),
  );
});

it('knows nothing where nothing is shared', () => {
  const scenario = parseScenario({ version: 1, workload: { name: 'sleep' } });
  expect(sharedNumbers(scenario)).toBe(0);
  const tally = new SharedTally(scenario);
  tally.add(0, 5);
  expect(tally.count(null)).toBeUndefined();
});

it('tells a counter from an array in words', () => {
  expect(sharedCountText({ expected: 1200, found: 1200 })).toBe('counter 1,200 of 1,200, no update lost');
  expect(sharedCountText({ expected: 1200, found: 1000 })).toBe('counter 1,000 of 1,200, 200 updates lost');
  const array = { expected: 1200, numbers: 20 };
  expect(sharedCountText({ ...array, found: 1200, short: 0 })).toBe(
    'array of 20 numbers 1,200 of 1,200, no update lost',
  );
  expect(sharedCountText({ ...array, found: 1000, short: 12 })).toBe(
    'array of 20 numbers 1,000 of 1,200, 200 updates lost in 12 numbers',
  );
});
