import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatScenario, parseScenario, parseScenarioText, ScenarioError } from '../../../src/shared/parse-scenario';
import { DISTRIBUTIONS, METHODS, PAYLOAD_KINDS } from '../../../src/shared/scenario';
import { workloadNames } from '../../../src/shared/workloads';
import { enginesFor, neededParams, neededPool } from '../../fixtures/workload-needs';

/** Text of the smallest scenario with some fields more, or instead. */
const text = (fields: object): string =>
  JSON.stringify({ version: 1, workload: { name: 'sum-of-squares' }, ...fields });

const mandelbrot = (params: object, input?: object): string =>
  text({ workload: { name: 'mandelbrot', params }, ...(input === undefined ? {} : { input }) });

function refusal(scenario: string): string {
  try {
    parseScenarioText(scenario);
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
    return (error as Error).message;
  }
  return 'accepted';
}

const ALL_FIELDS = 'version, name, engine, pool, call, workload, input, payload, seed, lab';

describe('a scenario is refused in one sentence', () => {
  test.each([
    ['that is not JSON', 'version = 1', 'expected JSON, got "version" at line 1, column 1'],
    ['that is a workshop', '{"version": 1, "steps": []}', 'expected a scenario, this is a workshop'],
    ['that ends too early', '{"version": 1,', 'expected JSON, got the end of the text at line 1, column 15'],
    ['that is empty', '', 'expected JSON, got nothing'],
    ['that is an array', '[1]', 'expected an object, got an array'],
    ['that is null', 'null', 'expected an object, got null'],
    [
      'of a future version',
      text({ version: 2, newField: true }),
      'version: expected 1, got 2; this scenario was written by a newer Poolscope',
    ],
    ['of no version', '{}', 'version: expected 1, got nothing'],
    ['whose version is text', text({ version: '1' }), 'version: expected 1, got "1"'],
    ['without a workload', '{"version": 1}', 'workload: expected an object, got nothing'],
    ['whose workload is text', text({ workload: 'sleep' }), 'workload: expected an object, got "sleep"'],
    [
      'with an unknown workload',
      text({ workload: { name: 'fib' } }),
      `workload.name: expected one of ${workloadNames.join(', ')}, got "fib"`,
    ],
    ['with an unknown field', text({ pools: {} }), `pools: no such field, expected one of ${ALL_FIELDS}`],
    [
      'with an unknown field of the pool',
      text({ pool: { size: 4 } }),
      'pool.size: no such field, expected one of processes, maxTasksPerChild, onWorkerLost, retries, prefetch, taskTimeoutMs, memoryLimitMb',
    ],
    [
      'with a parameter where there is none',
      text({ workload: { name: 'sum-of-squares', params: { n: 3 } } }),
      'workload.params.n: no such field, expected none',
    ],
    [
      'with an unknown parameter',
      text({ workload: { name: 'hash-chain', params: { rounds: 3 } } }),
      'workload.params.rounds: no such field, expected only text',
    ],
    [
      'with a parameter out of range',
      mandelbrot({ columns: 0 }),
      'workload.params.columns: expected a whole number from 1 to 1024, got 0',
    ],
    [
      'of a picture without width',
      mandelbrot({ width: 0 }),
      'workload.params.width: expected a number above 0 and at most 16, got 0',
    ],
    [
      'with a parameter of the wrong type',
      text({ workload: { name: 'raise', params: { message: 7 } } }),
      'workload.params.message: expected text of at most 1024 characters, got 7',
    ],
    ...[0, 10_000, -4, 2.5, '"4"', null, [4], NaN].map((value): [string, string, string] => [
      `with ${Array.isArray(value) ? 'an array of' : String(value)} processes`,
      text({ pool: { processes: '#' } }).replace('"#"', Array.isArray(value) ? '[4]' : String(value)),
      `pool.processes: expected a whole number from 1 to 256, got ${Array.isArray(value) ? 'an array' : String(value)}`,
    ]),
    [
      'with a negative count',
      text({ input: { generate: { count: -5 } } }),
      'input.generate.count: expected a whole number from 0 to 10000000, got -5',
    ],
    [
      'with a NaN',
      text({ seed: '#' }).replace('"#"', 'NaN'),
      'seed: expected a whole number from -9007199254740991 to 9007199254740991, got NaN',
    ],
    [
      'with a NaN among its items',
      '{"version":1,"workload":{"name":"sleep"},"input":{"items":[1,NaN]}}',
      'input.items[1]: expected a number from 0 to 86400000, got NaN',
    ],
    [
      'with null among its items',
      text({ input: { items: [null] } }),
      'input.items[0]: expected a whole number from 0 to 1000000000000, got null',
    ],
    [
      'with a negative item',
      text({ input: { items: [1, 2, -3] } }),
      'input.items[2]: expected a whole number from 0 to 1000000000000, got -3',
    ],
    [
      'with half an item',
      text({ input: { items: [1.5] } }),
      'input.items[0]: expected a whole number from 0 to 1000000000000, got 1.5',
    ],
    [
      'with items and their generator',
      text({ input: { items: [], generate: {} } }),
      'input: expected either "items" or "generate"',
    ],
    ['with neither items nor generator', text({ input: {} }), 'input: expected either "items" or "generate"'],
    [
      'with an unknown distribution',
      text({ input: { generate: { distribution: 'normal' } } }),
      'input.generate.distribution: expected one of constant, uniform, exponential, bimodal, got "normal"',
    ],
    [
      'with a spread above 1',
      text({ input: { generate: { spread: 1.5 } } }),
      'input.generate.spread: expected a number from 0 to 1, got 1.5',
    ],
    [
      'whose items would on average exceed what the workload allows',
      text({ workload: { name: 'matrix-multiply' }, input: { generate: { mean: 10_000 } } }),
      'input.generate.mean: expected a number from 0 to 8192, got 10000',
    ],
    [
      'with more tiles than the picture has',
      mandelbrot({ columns: 2, rows: 3 }, { generate: { count: 7 } }),
      'input.generate.count: expected a whole number from 0 to 6, got 7',
    ],
    [
      'with a tile outside the picture',
      mandelbrot({ columns: 2, rows: 3 }, { items: [0, 6] }),
      'input.items[1]: expected a whole number from 0 to 5, got 6',
    ],
    [
      'with no points to throw',
      text({ workload: { name: 'monte-carlo-pi' }, input: { items: [0] } }),
      'input.items[0]: expected a whole number from 1 to 1000000000000, got 0',
    ],
    [
      'with chunks of nothing',
      text({ call: { chunksize: 0 } }),
      'call.chunksize: expected a whole number from 1 to 10000000 or null, got 0',
    ],
    [
      'with an unknown method',
      text({ call: { method: 'reduce' } }),
      'call.method: expected one of map, starmap, imap, imap-unordered, apply, apply-async, map-async, starmap-async, got "reduce"',
    ],
    [
      'with an unknown engine',
      text({ engine: 'gpu' }),
      'engine: expected one of utility-process, thread, locked-thread, serial, async, child-process, got "gpu"',
    ],
    [
      'with a payload that no memory holds',
      text({ payload: { kind: 'bytes', bytes: 1e12 } }),
      'payload.bytes: expected a whole number from 0 to 268435456, got 1000000000000',
    ],
    [
      'with a payload of less than nothing',
      text({ payload: { resultBytes: -1 } }),
      'payload.resultBytes: expected a whole number from 0 to 268435456, got -1',
    ],
    ...(['thread', 'locked-thread', 'serial', 'async'] as const).map((engine): [string, string, string] => [
      `with a crash in the engine ${engine}`,
      text({ workload: { name: 'crash' }, engine }),
      `engine: crash would end Poolscope itself; expected utility-process or child-process, got "${engine}"`,
    ]),
    ...(['exit', 'hang', 'leak-memory'] as const).map((name): [string, string, string] => [
      `with ${name} in a plain loop`,
      text({ workload: { name }, engine: 'serial', pool: { memoryLimitMb: 64 } }),
      `engine: ${name} ends or blocks its worker, and a plain loop has no other; expected a pool of workers, got "serial"`,
    ]),
    [
      'with a leak that nothing stops',
      text({ workload: { name: 'leak-memory' } }),
      'pool.memoryLimitMb: leak-memory takes memory until it meets a limit; expected a whole number from 32 to 65536, got nothing',
    ],
    [
      'with a memory limit in which no worker boots',
      text({ pool: { memoryLimitMb: 31 } }),
      'pool.memoryLimitMb: expected a whole number from 32 to 65536 or null, got 31',
    ],
    [
      'with a task that may take no time',
      text({ pool: { taskTimeoutMs: 0 } }),
      'pool.taskTimeoutMs: expected a whole number from 1 to 86400000 or null, got 0',
    ],
    [
      'with no chunk in the pipe',
      text({ pool: { prefetch: 0 } }),
      'pool.prefetch: expected a whole number from 1 to 256 or null, got 0',
    ],
    [
      'with half a retry',
      text({ pool: { retries: 0.5 } }),
      'pool.retries: expected a whole number from 0 to 100, got 0.5',
    ],
    [
      'that looks no task ahead',
      text({ call: { lookAhead: 0 } }),
      'call.lookAhead: expected a whole number from 1 to 10000000 or null, got 0',
    ],
    ['with a number for a name', text({ name: 5 }), 'name: expected text of at most 200 characters, got 5'],
  ])('%s', (_what, scenario, sentence) => {
    expect(refusal(scenario)).toBe(sentence);
  });

  test('whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(refusal(JSON.stringify(value))).toMatch(/^.+$/);
        expect(refusal(text(typeof value === 'object' ? { ...value, version: 1 } : { input: value }))).toMatch(/^.+$/);
      }),
    );
  });
});

describe('a scenario is accepted', () => {
  test('with a version and a workload alone; the rest has these defaults', () => {
    expect(parseScenarioText(text({}))).toEqual({
      version: 1,
      name: 'Untitled',
      engine: 'utility-process',
      pool: {
        processes: 4,
        maxTasksPerChild: null,
        onWorkerLost: 'retry',
        retries: 1,
        prefetch: null,
        taskTimeoutMs: null,
        memoryLimitMb: null,
      },
      call: { method: 'map', chunksize: null, lookAhead: null },
      workload: { name: 'sum-of-squares', params: {} },
      input: { generate: { count: 24, distribution: 'constant', spread: 0.5 } },
      payload: { kind: 'none', bytes: 0, resultBytes: 0 },
      seed: 42,
    });
  });

  test('with every workload, in each engine that can bear it', () => {
    for (const name of workloadNames) {
      const scenario = { workload: { name, params: neededParams(name) }, pool: neededPool(name) };
      for (const engine of enginesFor(name)) expect(refusal(text({ ...scenario, engine }))).toBe('accepted');
    }
  });

  test('with a hang and no task timeout: the run can be stopped', () => {
    expect(refusal(text({ workload: { name: 'hang' }, pool: { taskTimeoutMs: null } }))).toBe('accepted');
  });

  test('with as many generated tasks as its picture has tiles, where no count is given', () => {
    expect(parseScenarioText(mandelbrot({ columns: 2, rows: 3 })).input.generate?.count).toBe(6);
    expect(parseScenarioText(mandelbrot({}, { generate: { count: 5 } })).input.generate?.count).toBe(5);
  });

  test('with a byte-order mark before it', () => {
    expect(refusal(`\uFEFF${text({})}`)).toBe('accepted');
  });

  test('with no items at all', () => {
    expect(refusal(text({ input: { items: [] } }))).toBe('accepted');
  });
});

describe('a scenario that is written and read again', () => {
  const optional = (min: number, max: number) => fc.option(fc.integer({ min, max }));
  const drafts = fc.constantFrom(...workloadNames).chain((name) =>
    fc.record(
      {
        version: fc.constant(1),
        name: fc.string({ maxLength: 50 }),
        engine: fc.constantFrom(...enginesFor(name)),
        pool: fc
          .record(
            {
              processes: fc.integer({ min: 1, max: 256 }),
              retries: fc.nat(100),
              prefetch: optional(1, 256),
              taskTimeoutMs: optional(1, 86_400_000),
            },
            { requiredKeys: [] },
          )
          .map((pool) => ({ ...pool, ...neededPool(name) })),
        call: fc.record({
          method: fc.constantFrom(...METHODS),
          chunksize: optional(1, 99),
          lookAhead: optional(1, 10_000_000),
        }),
        workload: fc.constant({ name, params: neededParams(name) }),
        input: fc.oneof(
          fc.record({ items: fc.array(fc.integer({ min: 1, max: 40 })) }),
          fc.record({ generate: fc.record({ distribution: fc.constantFrom(...DISTRIBUTIONS) }) }),
        ),
        payload: fc.record({ kind: fc.constantFrom(...PAYLOAD_KINDS), bytes: fc.nat(1000) }),
        seed: fc.maxSafeInteger(),
      },
      { requiredKeys: ['version', 'workload', 'pool'] },
    ),
  );

  test('is the same', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const scenario = parseScenario(draft);
        expect(parseScenarioText(formatScenario(scenario))).toEqual(scenario);
        expect(parseScenario(scenario)).toEqual(scenario);
      }),
    );
  });

  test('ends in a newline and is indented by two', () => {
    const formatted = formatScenario(parseScenarioText(text({})));
    expect(formatted.startsWith('{\n  "version": 1,\n')).toBe(true);
    expect(formatted.endsWith('}\n')).toBe(true);
  });
});
