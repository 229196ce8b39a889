import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { threadEngine } from '../../../../src/main/engines/thread';
import { Run, type RunOptions } from '../../../../src/main/run/run';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { MethodName, ScenarioDraft } from '../../../../src/shared/scenario';
import { engine as processes, WORKER_ENTRY } from '../../../fixtures/pools';

const words = join(import.meta.dirname, '../../../fixtures/modules/words.mjs');
const folder = mkdtempSync(join(tmpdir(), 'poolscope-run-module-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

type Kind = 'child-process' | 'serial';
interface Call {
  readonly params: Record<string, unknown>;
  readonly items?: unknown[];
  readonly method?: MethodName;
  readonly payload?: ScenarioDraft['payload'];
}

function makeRun(
  kind: Kind,
  { params, items = ['a', 'b'], method = 'map', payload }: Call,
  options: Partial<RunOptions> = {},
) {
  const scenario = parseScenario({
    version: 1,
    engine: kind,
    pool: { processes: 2 },
    call: { method },
    workload: { name: 'module', params },
    input: { items },
    payload,
  });
  return new Run({ scenario, engine: kind === 'serial' ? threadEngine(WORKER_ENTRY) : processes, ...options });
}

const resultsOf = (run: Run, count: number): unknown[] =>
  Array.from({ length: count }, (_, task) => run.results.get(task));

it('what rides along with arguments comes after them, and not at all in the plain loop', async () => {
  const file = write('kinds.mjs', 'export default (...args) => args.map((arg) => arg.length ?? arg);');
  const payload = { kind: 'bytes', bytes: 10, resultBytes: 20 } as const;
  for (const [kind, method, values] of [
    [
      'child-process',
      'map',
      [
        [2, 10],
        [7, 10],
      ],
    ],
    [
      'child-process',
      'starmap',
      [
        [1, 2, 10],
        [7, 10],
      ],
    ],
    ['serial', 'map', [[2], [7]]],
    ['serial', 'starmap', [[1, 2], [7]]],
  ] as const) {
    const run = makeRun(kind, { params: { file }, items: [[1, 2], 7], method, payload });
    expect(await run.go()).toMatchObject({ ok: true });
    expect(resultsOf(run, 2)).toMatchObject(values.map((value) => ({ value })));
  }
});

describe.each(['child-process', 'serial'] as const)('a run of a function of the user’s, %s', (kind) => {
  it('calls it for each item', async () => {
    const run = makeRun(kind, { params: { file: words, export: 'shout' } });
    expect(await run.go()).toMatchObject({ ok: true });
    expect(resultsOf(run, 2)).toMatchObject([{ value: 'A' }, { value: 'B' }]);
  });

  it('spreads a list into its arguments with starmap, and not with map', async () => {
    const sum = { params: { file: words }, items: [[1, 2], [3, 4], 5] };
    const spread = makeRun(kind, { ...sum, method: 'starmap' });
    await spread.go();
    expect(resultsOf(spread, 3)).toMatchObject([{ value: 3 }, { value: 7 }, { value: 5 }]);
    const whole = makeRun(kind, sum);
    await whole.go();
    expect(resultsOf(whole, 3)).toMatchObject([{ value: '1,20' }, { value: '3,40' }, { value: 5 }]);
  });

  it('calls its initializer first', async () => {
    const run = makeRun(kind, { params: { file: words, export: 'shout', initializer: 'setup', initargs: ['> '] } });
    expect(await run.go()).toMatchObject({ ok: true });
    expect(resultsOf(run, 2)).toMatchObject([{ value: '> A' }, { value: '> B' }]);
  });

  it.each([
    ['its export is not there', { file: words, export: 'zip' }, `${words}: there is no export "zip"`],
    ['its export is no function', { file: words, export: 'answer' }, 'to be a function, it is a number'],
    ['its initializer is not there', { file: words, initializer: 'zip' }, `${words}: there is no export "zip"`],
    ['its file is not there', { file: join(folder, 'none.mjs') }, 'none.mjs: there is no such file'],
    ['it ends the worker that loads it', { file: write('exit.mjs', 'process.exit(7)') }, 'exit.mjs: '],
  ])('is refused in a sentence, before any task, when %s', async (_, params, sentence) => {
    const run = makeRun(kind, { params });
    expect(await run.go()).toMatchObject({ ok: false, tasks: { submitted: 0 }, errors: [] });
    expect(run).toMatchObject({ status: 'refused', message: expect.stringContaining(sentence) });
  });

  it('can be stopped while it waits for a module that never loads', async () => {
    const file = write('waits.mjs', "console.log('loading'); await new Promise(() => undefined);");
    const run = makeRun(kind, { params: { file } }, { onOutput: () => run.stop() });
    expect(await run.go()).toMatchObject({ ok: false, tasks: { submitted: 0 } });
    expect(run.status).toBe('stopped');
  });

  it('is broken, not refused, when its initializer raises', async () => {
    const params = { file: words, initializer: 'raise', initargs: ['no licence'] };
    const run = makeRun(kind, { params });
    expect(await run.go()).toMatchObject({ ok: false });
    expect(run).toMatchObject({ status: 'broken', message: expect.stringContaining('no licence') });
  });
});
