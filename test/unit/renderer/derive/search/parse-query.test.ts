import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../../src/renderer/derive/search/parse-query';
import { phaseBinText, printQuery } from '../../../../../src/renderer/derive/search/print-query';
import { randomQuery } from './random-query';
import '../../../../fixtures/fast-check';

/** What a text is understood as, in the one form in which queries are printed. */
const read = (text: string): string | null => {
  const { query, problem } = parseQuery(text);
  expect(problem?.sentence, text).toBeUndefined();
  return query === null ? null : printQuery(query);
};
const sentence = (text: string): string => parseQuery(text).problem?.sentence ?? 'understood';

describe('a search', () => {
  it('is read as it was printed', () => {
    fc.assert(
      fc.property(randomQuery, (query) => {
        const text = printQuery(query);
        expect(parseQuery(text), text).toEqual({ query, problem: null });
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused with a sentence or understood, whatever is typed', () => {
    const pieces = fc.constantFrom(
      'run',
      '>',
      ':',
      '10',
      'ms',
      ' ',
      '-',
      '(',
      ')',
      '"',
      'failed',
      'or',
      ',',
      '..',
      'é',
      '#',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const { problem } = parseQuery(text);
          if (problem === null) return;
          expect(problem.sentence).toMatch(/^At character \d+.*\.$/s);
          expect(problem.from).toBeLessThanOrEqual(text.length);
          expect(problem.to).toBeGreaterThan(problem.from);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is nothing where nothing is typed', () => {
    expect(read('')).toBeNull();
    expect(read('  ')).toBeNull();
  });

  it.each([
    ['17', 'task:17'],
    ['#17', 'task:17'],
    ['10-20', 'task:10-20'],
    ['20..10', 'task:10-20'],
    ['10-', 'task>=10'],
    ['pid:4711,4712', 'pid:4711 or pid:4712'],
    ['pid=4711', 'pid:4711'],
    ['pid!=4711', '-pid:4711'],
    ['attempt > 1', 'attempt>1'],
    ['run>10ms', 'run>10ms'],
    ['RUN >= 0.5 s', 'run>=500ms'],
    ['loads<50us', 'loads<50µs'],
    ['loads<50µs', 'loads<50µs'],
    ['run:10-20ms', 'run:10ms-20ms'],
    ['run:10ms–2s', 'run:10ms-2s'],
    ['queue>1min', 'queue>60s'],
    ['total>0', 'total>0ns'],
    ['args>1MB', 'args>1MB'],
    ['result<4 kb', 'result<4KB'],
    ['bytes>=65536', 'bytes>=64KB'],
    ['at:1.2s-1.5s', 'at:1.2s-1.5s'],
    ['failed', 'failed'],
    ['state:FAILED', 'failed'],
    ['is:done', 'completed'],
    ['in:run', 'in:run'],
    ['phase:dumps-args', 'in:dumps-args'],
    ['ValueError', 'error:ValueError'],
    ['error', 'error'],
    ['error:ValueError', 'error:ValueError'],
    ['"division by zero"', 'error:"division by zero"'],
    ['error:"say \\"no\\""', 'error:"say \\"no\\""'],
  ])('reads %s as %s', (text, printed) => expect(read(text)).toBe(printed));

  it.each([
    ['run>10ms failed', 'run>10ms failed'],
    ['run>10ms and failed', 'run>10ms failed'],
    ['failed or lost run>1s', 'failed or lost run>1s'],
    ['(failed or lost) run>1s', '(failed or lost) run>1s'],
    ['not failed', '-failed'],
    ['-failed', '-failed'],
    ['task:5 -failed', 'task:5 -failed'],
    ['not (failed or lost)', '-(failed or lost)'],
    ['5-9 -7', 'task:5-9 -task:7'],
    ['ordinary', 'error:ordinary'],
    ['notable', 'error:notable'],
  ])('joins %s as %s', (text, printed) => expect(read(text)).toBe(printed));

  it.each([
    ['rnu>10ms', 'At character 1, “rnu” is not understood: did you mean run.'],
    ['banana>10ms', 'At character 1, “banana” is not understood: expected a field such as run, pid or task.'],
    ['run>10', 'At character 5, “10” is not understood: expected a time with ns, µs, ms or s, such as 10ms.'],
    ['run>10 or failed', 'At character 5, “10” is not understood: expected a time with ns, µs, ms or s, such as 10ms.'],
    ['run>10kb', 'At character 5, “10kb” is not understood: expected a time with ns, µs, ms or s, such as 10ms.'],
    ['run>soon', 'At character 5, “soon” is not understood: expected a time with ns, µs, ms or s, such as 10ms.'],
    ['run>', 'At character 5 something is missing: expected a time with ns, µs, ms or s, such as 10ms.'],
    ['run', 'At character 1, “run” is not understood: expected a comparison, such as run>10ms.'],
    ['pid:four', 'At character 5, “four” is not understood: expected a whole number or a range, such as 17 or 10-20.'],
    ['pid:4.5', 'At character 5, “4.5” is not understood: expected a whole number or a range, such as 17 or 10-20.'],
    ['17ms', 'At character 1, “17ms” is not understood: expected a whole number or a range, such as 17 or 10-20.'],
    ['run>10ms-20ms', 'At character 9, “-” is not understood: expected one value after >; a range is run:10ms-….'],
    ['(failed', 'At character 1, “(” is not understood: expected a closing bracket after it.'],
    ['failed)', 'At character 7, “)” is not understood: no bracket is open here.'],
    ['error:"no end', 'At character 7, “"no end” is not understood: expected a closing quotation mark.'],
    [
      'state:broken',
      'At character 7, “broken” is not understood: expected one of pending, completed, failed, lost, cancelled, error, retried.',
    ],
    [
      'failed or',
      'At character 10 something is missing: expected a task, a state or a field, such as 17, failed or run>10ms.',
    ],
    [
      'failed & lost',
      'At character 8, “&” is not understood: expected a task, a state or a field, such as 17, failed or run>10ms.',
    ],
  ])('says of %s what is wrong and where', (text, said) => expect(sentence(text)).toBe(said));

  it('for the bin of a chart finds its lower bound and not its upper one', () => {
    expect(phaseBinText('run', 1e6, 2e6)).toBe('run>=1ms run<2ms');
    expect(phaseBinText('sendArgs', 1258.925411794167, 1584.8931924611136)).toBe(
      'flight-args>=1.258925411794167µs flight-args<1.5848931924611136µs',
    );
  });
});
