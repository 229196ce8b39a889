import { describe, expect, it } from 'vitest';
import type { LabResults } from '../../../../../src/renderer/labs/results/lab-results';
import { columnId, resultsCsv } from '../../../../../src/renderer/labs/results/results-csv';
import { resultsJson } from '../../../../../src/renderer/labs/results/results-json';

const results: LabResults = {
  lab: 'chaos',
  scenario: null,
  columns: [
    { id: 'policy', label: 'Policy', unit: '', kind: 'given', method: 'What was chosen.' },
    { id: columnId('wall', 'ms'), label: 'Wall', unit: 'ms', kind: 'measured', method: 'On the clock.' },
  ],
  rows: [
    ['retry', 12.5],
    ['say "no", twice', Number.NaN],
    ['#', null],
  ],
};

describe('results as CSV', () => {
  it('begin with how each column was come by, and leave what is not known empty', () => {
    expect(resultsCsv(results)).toBe(
      [
        '# policy: given. What was chosen.',
        '# wall_ms: measured. On the clock.',
        'policy,wall_ms',
        'retry,12.5',
        '"say ""no"", twice",',
        '"#",',
        '',
      ].join('\n'),
    );
  });
});

describe('results as JSON', () => {
  it('have a record for each row, by the ids of the columns', () => {
    const read = JSON.parse(resultsJson(results));
    expect(read.rows[0]).toEqual({ policy: 'retry', wall_ms: 12.5 });
    expect(read.rows[1]).toEqual({ policy: 'say "no", twice', wall_ms: null });
    expect(read.columns[1]).toMatchObject({ unit: 'ms', kind: 'measured', method: 'On the clock.' });
    expect(read.lab).toBe('chaos');
  });
});
