import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraftStore, type Draft, draftOf, parseDraft } from '../../../../src/renderer/store/draft';
import { MAX_TASKS } from '../../../../src/shared/limits';
import { parseScenario, parseScenarioText } from '../../../../src/shared/parse-scenario';
import {
  DISTRIBUTIONS,
  LOST_POLICIES,
  MAX_MEMORY_MB,
  METHODS,
  MIN_MEMORY_MB,
  PAYLOAD_KINDS,
  type Scenario,
} from '../../../../src/shared/scenario';
import { MOST_ARRAY_TASKS } from '../../../../src/shared/shared-array';
import { builtInNames, type WorkloadName, workload, workloadNames } from '../../../../src/shared/workloads';
import { enginesFor, neededParams, neededPool } from '../../../fixtures/workload-needs';

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

/** Never -0: as text it is 0. */
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const whole = (min: number, max: number) => fc.integer({ min, max });

/** As a file has it. */
function jsonValue(): fc.Arbitrary<unknown> {
  return fc.json().map((text) => JSON.parse(text.replaceAll('-0', '0').replaceAll('__proto__', 'proto')));
}

const paramsOf: Partial<Record<WorkloadName, fc.Arbitrary<Record<string, unknown>>>> = {
  mandelbrot: fc.record({
    columns: whole(1, 1024),
    rows: whole(1, 1024),
    maxIterations: whole(1, 1_000_000),
    centerX: number(-4, 4),
    centerY: number(-4, 4),
    width: number(1e-9, 16),
  }),
  'hash-chain': fc.record({
    text: fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('5', ' 1_0 ')),
  }),
  module: fc.record({
    file: fc.constantFrom('mine.mjs', '/home/me/mine.js', 'C:\\mine.cjs'),
    export: fc.string({ minLength: 1, maxLength: 60 }),
    initializer: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
    initargs: fc.array(jsonValue(), { maxLength: 5 }),
  }),
  raise: fc.record({ every: whole(1, 1_000_000_000), message: fc.string({ maxLength: 60 }) }),
};

/** Some allow fewer tasks than a scenario may have. */
function mostTasks(name: WorkloadName): number {
  if (name === 'mandelbrot') return 1;
  return name === 'shared-array' ? MOST_ARRAY_TASKS : MAX_TASKS;
}

function inputOf(name: WorkloadName): fc.Arbitrary<unknown> {
  const { item } = workload(name);
  const items =
    item.kind === 'value'
      ? jsonValue()
      : item.integer
        ? fc.integer({ min: item.min, max: Math.min(item.max, 2 ** 53 - 1) })
        : number(item.min, item.max);
  const generate = fc.record(
    {
      count: whole(0, mostTasks(name)),
      distribution: fc.constantFrom(...DISTRIBUTIONS),
      mean: number(0, item.kind === 'size' ? item.max : 1e12),
      spread: number(0, 1),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    fc.record({ items: fc.array(name === 'mandelbrot' ? fc.constant(0) : items, { maxLength: 20 }) }),
    fc.record({ generate }),
  );
}

const scenarios: fc.Arbitrary<Scenario> = fc
  .constantFrom(...workloadNames)
  .chain((name) =>
    fc.record({
      version: fc.constant(1),
      name: fc.string({ unit: 'grapheme', maxLength: 40 }),
      engine: fc.constantFrom(...enginesFor(name)),
      pool: fc
        .record({
          processes: whole(1, 256),
          maxTasksPerChild: fc.option(whole(1, 1_000_000_000)),
          onWorkerLost: fc.constantFrom(...LOST_POLICIES),
          retries: whole(0, 100),
          prefetch: fc.option(whole(1, 256)),
          taskTimeoutMs: fc.option(whole(1, 86_400_000)),
          memoryLimitMb: fc.option(whole(MIN_MEMORY_MB, MAX_MEMORY_MB)),
        })
        .map((pool) => ({ ...pool, ...neededPool(name) })),
      call: fc.record({
        method: fc.constantFrom(...METHODS),
        chunksize: fc.option(whole(1, 10_000_000)),
        lookAhead: fc.option(whole(1, 10_000_000)),
      }),
      workload: fc.record({ name: fc.constant(name), params: paramsOf[name] ?? fc.constant(neededParams(name)) }),
      input: inputOf(name),
      payload: fc
        .record({
          kind: fc.constantFrom(...PAYLOAD_KINDS),
          bytes: whole(0, 268_435_456),
          resultBytes: whole(0, 268_435_456),
        })
        .map((payload) => (payload.kind === 'shared-memory' ? { ...payload, resultBytes: 0 } : payload)),
      seed: fc.maxSafeInteger(),
    }),
  )
  .map(parseScenario);

describe('a scenario put into the form and read from it', () => {
  for (const file of readdirSync(shipped).filter((name) => name.endsWith('.json'))) {
    it(`is the same: ${file}`, () => {
      const scenario = parseScenarioText(readFileSync(new URL(file, shipped), 'utf8'));
      expect(parseDraft(draftOf(scenario))).toEqual({ scenario, errors: {} });
    });
  }

  it('is the same, whatever scenario it is', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
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

describe('the store', () => {
  it('begins with the scenario it is given', () => {
    const store = createDraftStore(sums);
    expect(store.getState().scenario).toEqual(sums);
    expect(store.getState().errors).toEqual({});
  });

  it('takes the parameters of another workload, and sizes that suit it', () => {
    const store = createDraftStore(
      parseScenario({ ...sums, name: 'Kept', input: { generate: { mean: 1e12 } }, seed: 7 }),
    );
    store.setWorkload('hash-chain');
    const { fields, scenario } = store.getState();
    expect(fields['workload.params.text']).toBe('poolscope');
    expect(scenario).toMatchObject({
      name: 'Kept',
      seed: 7,
      workload: { name: 'hash-chain', params: { text: 'poolscope' } },
      input: { generate: { mean: workload('hash-chain').item.typical } },
    });
  });

  it('leaves no parameter of the former workload behind', () => {
    const store = createDraftStore(parseScenario({ version: 1, workload: { name: 'mandelbrot' } }));
    store.set('workload.params.columns', 'wrong');
    store.setWorkload('raise');
    const params = Object.keys(store.getState().fields).filter((path) => path.startsWith('workload.params.'));
    expect(params).toEqual(['workload.params.every', 'workload.params.message']);
    expect(store.getState().errors).toEqual({});
  });

  it('draws as many tasks as the new workload has parts', () => {
    const store = createDraftStore(sums);
    store.setWorkload('mandelbrot');
    expect(store.getState().scenario?.input.generate).toMatchObject({ count: 48 });
    expect(store.getState().fields['input.generate.mean']).toBe('');
  });

  it('keeps nothing wrong in the fields of sizes where the new workload has no sizes', () => {
    const store = createDraftStore(sums);
    store.set('input.generate.mean', 'big');
    store.set('input.generate.spread', 'wide');
    store.setWorkload('raise');
    expect(store.getState().errors).toEqual({});
  });

  it('draws items after a change of workload: those that were given suited the former one', () => {
    const store = createDraftStore(given([1e12]));
    store.setWorkload('matrix-multiply');
    expect(store.getState().inputKind).toBe('generate');
    expect(store.getState().scenario?.input.items).toBeUndefined();
  });

  it('reads the items as the new workload does, where it can', () => {
    const store = createDraftStore(given([1, 2.0, 3]));
    store.setWorkload('module');
    expect(store.getState().fields['input.items']).toBe('[1,2,3]');
    store.setWorkload('sleep');
    expect(store.getState().fields['input.items']).toBe('1, 2, 3');
    store.setWorkload('module');
    store.set('input.items', '["a", 1]');
    store.setWorkload('sleep');
    store.setWorkload('module');
    expect(store.getState().fields['input.items']).toBe('["a", 1]');
  });

  it('takes any JSON values as items of a function of the user’s, and says what is none', () => {
    const store = createDraftStore(
      parseScenario({ version: 1, workload: { name: 'module', params: neededParams('module') } }),
    );
    store.setInputKind('items');
    expect(store.getState().scenario?.input.items).toEqual([]);
    store.set('input.items', '["a", {"b": null}]');
    expect(store.getState().scenario?.input.items).toEqual(['a', { b: null }]);
    store.set('input.items', '["a"');
    expect(store.getState().errors).toEqual({ 'input.items': expect.stringContaining('expected an array') });
  });

  it('has a scenario after any change from workload to workload', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...builtInNames), { minLength: 1, maxLength: 6 }), (names) => {
        const store = createDraftStore(sums);
        for (const name of names) {
          store.setWorkload(name);
          const { scenario, errors } = store.getState();
          expect(errors).toEqual({});
          expect(scenario?.workload).toEqual({ name, params: workload(name).params.parse({}) });
        }
      }),
    );
  });

  it('sets the limits that go well with a workload, and takes them away with it', () => {
    const store = createDraftStore(sums);
    store.setWorkload('leak-memory');
    expect(store.getState().scenario?.pool).toMatchObject({ memoryLimitMb: 64, taskTimeoutMs: null });
    store.setWorkload('hang');
    expect(store.getState().scenario?.pool).toMatchObject({ memoryLimitMb: null, taskTimeoutMs: 1000 });
    store.setWorkload('sleep');
    expect(store.getState().scenario?.pool).toEqual(sums.pool);
  });

  it('leaves limits alone that were typed', () => {
    const store = createDraftStore(sums);
    store.set('pool.memoryLimitMb', '512');
    store.setWorkload('leak-memory');
    expect(store.getState().scenario?.pool.memoryLimitMb).toBe(512);
    store.setWorkload('hang');
    store.set('pool.taskTimeoutMs', '2500');
    store.setWorkload('sleep');
    expect(store.getState().scenario?.pool).toMatchObject({ memoryLimitMb: 512, taskTimeoutMs: 2500 });
  });

  it('keeps both kinds of items while it changes from one to the other', () => {
    const store = createDraftStore(given([1, 2, 3]));
    store.setInputKind('generate');
    expect(store.getState().scenario?.input.items).toBeUndefined();
    expect(store.getState().scenario?.input.generate?.count).toBe(24);
    store.setInputKind('items');
    expect(store.getState().scenario?.input).toEqual({ items: [1, 2, 3] });
  });

  it('does not mind a wrong text in the kind of items that is not chosen', () => {
    const store = createDraftStore(given([1]));
    store.set('input.generate.count', 'many');
    expect(store.getState().errors).toEqual({});
    store.setInputKind('generate');
    expect(Object.keys(store.getState().errors)).toEqual(['input.generate.count']);
  });

  it('holds nothing but the loaded scenario after a load', () => {
    fc.assert(
      fc.property(scenarios, scenarios, (first, second) => {
        const store = createDraftStore(first);
        store.set('pool.processes', 'wrong');
        store.load(second);
        expect(store.getState()).toEqual({ ...draftOf(second), scenario: second, errors: {} });
      }),
    );
  });

  it('tells those who listen once a change', () => {
    const store = createDraftStore(sums);
    let told = 0;
    store.subscribe(() => (told += 1));
    store.set('seed', '1');
    store.setWorkload('sleep');
    store.load(sums);
    expect(told).toBe(3);
  });
});
