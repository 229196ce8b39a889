import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraftStore, type Draft, draftOf, parseDraft } from '../../../../src/renderer/store/draft';
import { parseScenario, parseScenarioText } from '../../../../src/shared/parse-scenario';
import type { Scenario } from '../../../../src/shared/scenario';
import { anyScenario } from '../../../fixtures/any-scenario';

const shipped = new URL('../../../../resources/scenarios/', import.meta.url);
const sums = parseScenario({ version: 1, workload: { name: 'sum-of-squares' } });
const given = (items: readonly number[]): Scenario => parseScenario({ ...sums, input: { items } });

/** The draft of a scenario with some texts typed over. */
function typed(texts: Record<string, string>, scenario: Scenario = sums): Draft {
  const { fields, inputKind } = draftOf(scenario);
  return { fields: { ...fields, ...texts }, inputKind };
}

/** What is wrong with the field at a path after that text was typed into it; undefined: nothing. */
function sentence(path: string, text: string, scenario: Scenario = sums): string | undefined {
  return parseDraft(typed({ [path]: text }, scenario)).errors[path];
}

describe('a scenario put into the form and read from it', () => {
  for (const file of readdirSync(shipped).filter((name) => name.endsWith('.json'))) {
    it(`is the same: ${file}`, () => {
      const scenario = parseScenarioText(readFileSync(new URL(file, shipped), 'utf8'));
      expect(parseDraft(draftOf(scenario))).toEqual({ scenario, errors: {} });
    });
  }

  it('is the same, whatever scenario it is', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(parseDraft(draftOf(scenario))).toEqual({ scenario, errors: {} });
      }),
      { numRuns: 500 },
    );
  });

  it('has the items’ kind that it had', () => {
    expect(draftOf(sums).inputKind).toBe('generate');
    expect(draftOf(given([1, 2])).inputKind).toBe('items');
    expect(draftOf(given([])).inputKind).toBe('items');
    expect(draftOf(given([1, 2])).fields['input.items']).toBe('1, 2');
  });
});

describe('a text that is wrong', () => {
  it('gives a sentence in the place of its field, and no scenario', () => {
    expect(parseDraft(typed({ 'pool.processes': 'abc' }))).toEqual({
      scenario: null,
      errors: { 'pool.processes': 'expected a whole number from 1 to 256, got "abc"' },
    });
  });

  for (const [path, text, expected] of [
    ['pool.processes', '', 'expected a whole number from 1 to 256, got ""'],
    ['pool.processes', '0', 'expected a whole number from 1 to 256, got 0'],
    ['pool.processes', '2.5', 'expected a whole number from 1 to 256, got 2.5'],
    ['pool.processes', '1e400', 'expected a whole number from 1 to 256, got Infinity'],
    ['pool.maxTasksPerChild', '0', 'expected a whole number from 1 to 1000000000 or null, got 0'],
    ['call.chunksize', 'auto', 'expected a whole number from 1 to 10000000 or null, got "auto"'],
    ['input.generate.count', '-1', 'expected a whole number from 0 to 10000000, got -1'],
    ['input.generate.mean', 'big', 'expected a number from 0 to 1000000000000, got "big"'],
    ['input.generate.spread', '1.1', 'expected a number from 0 to 1, got 1.1'],
    ['payload.bytes', '1 GB', 'expected a whole number from 0 to 268435456, got "1 GB"'],
    ['payload.resultBytes', '-1', 'expected a whole number from 0 to 268435456, got -1'],
    [
      'seed',
      '9007199254740993',
      'expected a whole number from -9007199254740991 to 9007199254740991, got 9007199254740992',
    ],
    [
      'engine',
      'gpu',
      'expected one of utility-process, thread, locked-thread, serial, async, child-process, got "gpu"',
    ],
  ] as const) {
    it(`is refused in ${path}: ${JSON.stringify(text)}`, () => {
      expect(sentence(path, text)).toBe(expected);
    });
  }

  it('in a parameter is told in the place of the parameter', () => {
    const picture = parseScenario({ version: 1, workload: { name: 'mandelbrot' } });
    const path = 'workload.params.columns';
    expect(sentence(path, '12x', picture)).toBe('expected a whole number from 1 to 1024, got "12x"');
    expect(sentence(path, '', picture)).toBe('expected a whole number from 1 to 1024, got ""');
    expect(sentence('workload.params.width', '0', picture)).toBe('expected a number above 0 and at most 16, got 0');
  });

  it('in several fields is told in each of them', () => {
    const { errors } = parseDraft(typed({ 'pool.processes': 'x', 'call.chunksize': 'y', seed: 'z' }));
    expect(Object.keys(errors).sort()).toEqual(['call.chunksize', 'pool.processes', 'seed']);
  });

  it('stays as it was typed until it is typed over', () => {
    const store = createDraftStore(sums);
    store.set('pool.processes', ' abc');
    expect(store.getState().fields['pool.processes']).toBe(' abc');
    expect(store.getState().scenario).toBeNull();
    store.set('pool.processes', '8');
    expect(store.getState().scenario?.pool.processes).toBe(8);
    expect(store.getState().errors).toEqual({});
  });

  it('of any kind in any field is kept, and either understood or told in that field', () => {
    const paths = Object.keys(draftOf(sums).fields).filter((path) => path !== 'workload.name');
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-+.e_ ,x') }));
    fc.assert(
      fc.property(fc.constantFrom(...paths), texts, fc.boolean(), (path, text, byItems) => {
        const store = createDraftStore(byItems ? given([1]) : sums);
        store.set(path, text);
        const { fields, scenario, errors } = store.getState();
        expect(fields[path]).toBe(text);
        expect(Object.keys(errors)).toEqual(scenario === null ? [path] : []);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a text that can be read', () => {
  const processes = (text: string): number | undefined =>
    parseDraft(typed({ 'pool.processes': text })).scenario?.pool.processes;

  it('may have spaces around it, and signs between its thousands', () => {
    expect(processes(' 8 ')).toBe(8);
    const count = (text: string): unknown => parseDraft(typed({ 'input.generate.count': text })).scenario?.input;
    for (const text of ['1_000', '1 000', '1\u202f000', '1e3'])
      expect(count(text)).toMatchObject({ generate: { count: 1000 } });
  });

  it('is nothing in a field that may be empty', () => {
    for (const text of ['', '  ']) {
      const draft = typed({ 'call.chunksize': text, 'pool.maxTasksPerChild': text, 'input.generate.mean': text });
      const { scenario } = parseDraft(draft);
      expect(scenario?.call.chunksize).toBeNull();
      expect(scenario?.pool.maxTasksPerChild).toBeNull();
      expect(scenario?.input.generate?.mean).toBeUndefined();
    }
  });

  it('stays text where a parameter is text, even if it looks like a number', () => {
    const chain = parseScenario({ version: 1, workload: { name: 'hash-chain' } });
    for (const text of ['', '007', ' 5 ']) {
      expect(parseDraft(typed({ 'workload.params.text': text }, chain)).scenario?.workload.params).toEqual({ text });
    }
  });
});

describe('items given one by one', () => {
  const items = (text: string) => parseDraft(typed({ 'input.items': text }, given([1])));

  it('stand between commas, spaces and line ends', () => {
    expect(items('1, 2,3\n4  5,\n').scenario?.input).toEqual({ items: [1, 2, 3, 4, 5] });
    expect(items('1_000_000').scenario?.input).toEqual({ items: [1_000_000] });
  });

  it('may be none', () => {
    for (const text of ['', ' , ']) expect(items(text).scenario?.input).toEqual({ items: [] });
  });

  it('with a wrong one name it, counted from 1', () => {
    expect(items('1, 2, -3, 4').errors).toEqual({
      'input.items': 'item 3: expected a whole number from 0 to 1000000000000, got -3',
    });
    expect(items('1, two, 3').errors).toEqual({
      'input.items': 'item 2: expected a whole number from 0 to 1000000000000, got "two"',
    });
  });

  it('with several wrong ones name the first', () => {
    expect(items('a, b').errors['input.items']).toMatch(/^item 1: /);
    expect(items('-1, -2').errors['input.items']).toMatch(/^item 1: /);
  });
});
