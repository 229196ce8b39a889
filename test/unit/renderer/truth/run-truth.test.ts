import { expect, it } from 'vitest';
import { statusTruth, wallTruth } from '../../../../src/renderer/truth/run-truth';
import { makeFacts } from '../../../fixtures/make-run';

const facts = makeFacts();
const { started } = facts;
if (started === null) throw new Error('The made-up run has not begun.');

it('a run of a pool, an experiment and a trace each say how their wall time and outcome were come by', () => {
  const experiment = {
    started: { ...started, scenario: null, experiment: { name: 'queue' } },
  } as unknown as typeof facts;
  const source = { kind: 'file', path: '/a.json', format: 'chrome-trace' } as const;
  const trace = { started: { ...started, scenario: null, source } };
  expect([facts, experiment, trace].map(wallTruth)).toEqual(['wall', 'wall.experiment', 'wall.trace']);
  expect([facts, experiment, trace].map(statusTruth)).toEqual(['status.end', 'status.experiment', 'status.trace']);
});
