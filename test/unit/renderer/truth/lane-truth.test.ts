import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/renderer/store/facts';
import {
  chunkLaneTruth,
  counterLaneTruth,
  kindsOfLanes,
  sliceLaneTruth,
  workerLaneTruth,
} from '../../../../src/renderer/truth/lane-truth';
import { METHODS } from '../../../../src/renderer/truth/methods';
import type { FileFormat } from '../../../../src/shared/run-source';
import { ENGINES, type EngineName } from '../../../../src/shared/scenario';
import { makeFacts } from '../../../fixtures/make-run';

const made = makeFacts();

function factsWith(engine: EngineName, format: FileFormat | null = null): Facts {
  const { started } = made;
  if (started === null || started.scenario === null) throw new Error('The made-up run has not begun.');
  const source = format === null ? ({ kind: 'live' } as const) : ({ kind: 'file', path: '/a', format } as const);
  return { ...made, started: { ...started, scenario: { ...started.scenario, engine }, source } };
}

describe('the lane of a worker', () => {
  it.each(ENGINES)('of the engine %s has a method', (engine) => {
    expect(METHODS[workerLaneTruth(factsWith(engine))]).toBeDefined();
  });

  it('is simulated where threads take turns under a lock of Poolscope’s, and measured everywhere else', () => {
    const kinds = ENGINES.map((engine) => METHODS[workerLaneTruth(factsWith(engine))].kind);
    expect(ENGINES.filter((_, index) => kinds[index] === 'simulated')).toEqual(['locked-thread']);
    expect(kinds.filter((kind) => kind !== 'simulated')).toEqual(Array(ENGINES.length - 1).fill('measured'));
  });

  it('of a trace was measured by another tool, or inferred', () => {
    expect(workerLaneTruth(factsWith('utility-process', 'chrome-trace'))).toBe('lane.trace');
    expect(workerLaneTruth(factsWith('utility-process', 'viztracer'))).toBe('lane.trace.tasks');
  });

  it('of a recording is what it was when it ran', () => {
    expect(workerLaneTruth(factsWith('locked-thread', 'session'))).toBe('lane.locked-thread');
  });
});

it('a line of chunks is arranged here, so it is derived', () => {
  expect(METHODS[chunkLaneTruth(factsWith('utility-process'))].kind).toBe('derived');
});

it('slices and counters are an experiment’s, or a file’s', () => {
  expect([sliceLaneTruth(made), counterLaneTruth(made)]).toEqual(['lane.slices', 'lane.counter']);
  const traced = factsWith('utility-process', 'chrome-trace');
  expect([sliceLaneTruth(traced), counterLaneTruth(traced)]).toEqual(['lane.trace', 'lane.trace']);
});

it('the legend tells the letters that are there', () => {
  expect(kindsOfLanes(factsWith('utility-process'), 'worker')).toEqual(['measured']);
  expect(kindsOfLanes(factsWith('utility-process'), 'chunk')).toEqual(['measured', 'derived']);
  expect(kindsOfLanes(factsWith('locked-thread'), 'slot')).toEqual(['measured', 'simulated']);
});
