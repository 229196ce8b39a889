import { describe, expect, it } from 'vitest';
import { givenLimits, LIMIT_PATHS } from '../../../../src/renderer/scenario/given-limits';
import { draftOf } from '../../../../src/renderer/store/draft';
import { parseScenario } from '../../../../src/shared/parse-scenario';

const { fields } = draftOf(parseScenario({ version: 1, workload: { name: 'sleep' } }));

describe('the folded limits', () => {
  it('say nothing where all are as usual', () => {
    expect(givenLimits(fields)).toBe('');
  });

  it('name each one that is not, in the order of the form', () => {
    const typed = Object.fromEntries(LIMIT_PATHS.map((path, index) => [path, ` ${index + 10} `]));
    expect(givenLimits({ ...fields, ...typed })).toBe(
      'retries 10, timeout 11 ms, memory 12 MB, replace after 13, prefetch 14, look-ahead 15',
    );
  });

  it('are fields that every form has', () => {
    expect(LIMIT_PATHS.filter((path) => fields[path] === undefined)).toEqual([]);
  });
});
