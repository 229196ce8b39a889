import { describe, expect, it } from 'vitest';
import { LAB_IDEAS, LAB_NAMES, type LabDraft, RACE_METHODS } from '../../../src/shared/labs';
import { formatScenario, parseScenario, parseScenarioText } from '../../../src/shared/parse-scenario';
import { METHODS } from '../../../src/shared/scenario';

const withLab = (lab: unknown) => parseScenario({ version: 1, workload: { name: 'sleep' }, lab });

describe('a scenario', () => {
  it('is for no lab unless it says so', () => {
    expect('lab' in parseScenario({ version: 1, workload: { name: 'sleep' } })).toBe(false);
  });

  const examples: readonly LabDraft[] = [
    { name: 'api-race', methods: ['imap'], chunksizes: [1, 7, 'all'], rounds: 3 },
    { name: 'four-worlds', worlds: ['async'], works: ['cpu', 'mixture'] },
    { name: 'break-even', workers: 2, tasks: 40 },
    { name: 'break-even', chunksize: null, countBoot: true, taskMs: 0.5, bytes: 65_536 },
    { name: 'chaos', faults: 3, kind: 'stop', seed: -1 },
  ];
  it.each(examples)('keeps the controls of its lab in a file: $name', (lab) => {
    const saved = withLab(lab);
    expect(saved.lab).toMatchObject(lab);
    expect(parseScenarioText(formatScenario(saved))).toEqual(saved);
  });

  it('says in one sentence what is wrong with the controls', () => {
    expect(() => withLab({ name: 'cooking' })).toThrow(
      'lab.name: expected one of api-race, four-worlds, break-even, chaos, got "cooking"',
    );
    expect(() => withLab({ name: 'chaos', faults: 0, kind: 'kill', seed: 1 })).toThrow('lab.faults: expected a whole');
    expect(() => withLab({ name: 'api-race', methods: ['sort'] })).toThrow('lab.methods[0]: expected one of map, imap');
    expect(() => withLab({ name: 'api-race', chunksizes: [1, 'some'] })).toThrow(
      'lab.chunksizes[1]: expected a whole number from 1 to 10000000 or "all", got "some"',
    );
    expect(() => withLab({ name: 'api-race', chunksizes: [2, 2] })).toThrow(
      'lab.chunksizes: expected each of them once',
    );
  });
});

describe('the labs', () => {
  it('ask their questions in a line', () => {
    for (const name of LAB_NAMES) expect(LAB_IDEAS[name].length).toBeLessThan(120);
  });

  it('race every method that a pool has', () => {
    expect([...RACE_METHODS].sort()).toEqual([...METHODS].sort());
  });
});
