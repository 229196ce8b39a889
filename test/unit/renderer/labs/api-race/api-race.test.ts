import { describe, expect, it } from 'vitest';
import { checkControls } from '../../../../../src/renderer/labs/api-race/controls';
import { raceContestants } from '../../../../../src/renderer/labs/api-race/race-contestants';
import { askedApiRace } from '../../../../../src/renderer/labs/api-race/run-api-race';
import { sizesUpTo } from '../../../../../src/renderer/labs/api-race/sizes-up-to';
import { type ControlsOf, RACE_METHODS } from '../../../../../src/shared/labs';
import { parseScenario } from '../../../../../src/shared/parse-scenario';

const scenarioOf = (count: number) =>
  parseScenario({ version: 1, workload: { name: 'sleep' }, input: { generate: { count } } });
const controls = (change: Partial<ControlsOf<'api-race'>> = {}): ControlsOf<'api-race'> => ({
  name: 'api-race',
  methods: ['map', 'imap', 'apply-async'],
  chunksizes: [1, 4, 'all'],
  rounds: 1,
  ...change,
});

describe('the contestants of the API race', () => {
  it('are all methods with the first chunk size, then with the next; calls of one task run once', () => {
    expect(raceContestants(scenarioOf(24), controls()).map(({ label }) => label)).toEqual([
      'map, chunk size 1',
      'imap, chunk size 1',
      'apply_async',
      'map, chunk size 4',
      'imap, chunk size 4',
      'map, one chunk of all 24',
      'imap, one chunk of all 24',
    ]);
  });

  it('run the same tasks: only the call differs', () => {
    const scenario = scenarioOf(24);
    for (const { scenario: own } of raceContestants(scenario, controls())) {
      expect({ ...own, call: scenario.call, name: scenario.name }).toEqual(scenario);
    }
    const sizes = raceContestants(scenario, controls({ methods: ['imap'] })).map((one) => one.scenario.call.chunksize);
    expect(sizes).toEqual([1, 4, 24]);
  });

  it('do not run twice where two sizes come to the same', () => {
    const labels = raceContestants(scenarioOf(3), controls({ methods: ['map'], chunksizes: [1, 4, 9, 'all'] }));
    expect(labels.map(({ label }) => label)).toEqual(['map, chunk size 1', 'map, one chunk of all 3']);
  });

  it('have ids of their own, also with everything chosen', () => {
    const everything = controls({ methods: [...RACE_METHODS], chunksizes: [1, 2, 3, 'all'] });
    const ids = raceContestants(scenarioOf(24), everything).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(6 * 4 + 2);
  });
});

describe('typed controls', () => {
  it('are numbers and the word all, with commas or spaces', () => {
    const typed = { methods: ['map'] as const, chunksizes: '1 4,ALL', rounds: '2' };
    expect(checkControls(typed).controls).toEqual({
      name: 'api-race',
      methods: ['map'],
      chunksizes: [1, 4, 'all'],
      rounds: 2,
    });
  });

  it.each([
    ['no call', { methods: [], chunksizes: '1', rounds: '1' }, /^Calls: /],
    ['no size', { methods: ['map'], chunksizes: '', rounds: '1' }, /^Chunk sizes: /],
    ['a word', { methods: ['map'], chunksizes: '1, some', rounds: '1' }, /^Chunk sizes: .* or "all", got "some"$/],
    ['half a round', { methods: ['map'], chunksizes: '1', rounds: '0.5' }, /^Rounds: expected a whole number/],
  ] as const)('with %s are refused by their name on the screen', (_, typed, sentence) => {
    expect(checkControls(typed).trouble).toMatch(sentence);
  });
});

describe('why a race cannot be run', () => {
  const typed = { methods: ['map'], chunksizes: '1', rounds: '1' } as const;

  it('is found out from what stands in the form now, and is gone once that is mended', () => {
    const scenario = scenarioOf(24);
    const asked = (engine: typeof scenario.engine, count = 24) =>
      askedApiRace(typed, { scenario: { ...scenarioOf(count), engine }, errors: {} });
    expect(asked('serial').trouble).toBe('A plain loop has no calls to race: choose an engine with workers.');
    expect(asked('async').trouble).toMatch(/^An event loop has no calls/);
    expect(asked(scenario.engine, 5001).trouble).toBe(
      'A race shows each task: expected at most 5000 of them, got 5001.',
    );
    const errors = { 'pool.processes': 'expected a whole number' };
    expect(askedApiRace(typed, { scenario: null, errors }).trouble).toBe(
      'The form is not valid: pool.processes: expected a whole number',
    );
    expect(asked(scenario.engine)).toMatchObject({ trouble: null, order: { rounds: 1 } });
  });

  it('is kept as it is saved: opened as a file it is the same race', () => {
    const { order } = askedApiRace(typed, { scenario: scenarioOf(24), errors: {} });
    const opened = parseScenario(JSON.parse(JSON.stringify(order?.setup)));
    expect(opened.lab).toEqual(controls({ methods: ['map'], chunksizes: [1] }));
    expect(raceContestants(opened, opened.lab as ControlsOf<'api-race'>)).toEqual(order?.contestants);
  });
});

describe('sizes from 1 to all', () => {
  it('begin with 1, end with all, and are few enough', () => {
    for (const count of [1, 2, 24, 100, 5000]) {
      const sizes = sizesUpTo(scenarioOf(count)).split(', ');
      expect(sizes.length).toBeLessThanOrEqual(8);
      expect(sizes.at(-1)).toBe('all');
      expect(sizes[0]).toBe(count === 1 ? 'all' : '1');
      expect(checkControls({ methods: ['map'], chunksizes: sizes.join(','), rounds: '1' }).trouble).toBeNull();
    }
    expect(sizesUpTo(scenarioOf(24))).toBe('1, 2, 4, 8, 16, all');
  });
});
