/** Faults in real utility processes, which Electron starts and whose deaths it reports in its own way. */
import { resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { poolscope, scenarioFile } from './command-line';
import { PoolscopeApp } from './poolscope-app';
import { allGone } from './processes';

const HEAP_LIMIT = resolve(import.meta.dirname, '../fixtures/modules/heap-limit.mjs');

interface Summary {
  readonly mainPid: number;
  readonly pids: readonly number[];
  readonly tasks: Readonly<Record<string, number>>;
  readonly errors: readonly { readonly task: number; readonly name: string; readonly message: string }[];
  readonly results?: readonly unknown[];
}

/** Eight tasks on two workers; those with the items 3 and 7 are faulty. */
async function faulty(name: string, params: object, pool: object): Promise<Summary> {
  const file = scenarioFile({
    version: 1,
    workload: { name, params: { every: 4, ...params } },
    pool: { processes: 2, ...pool },
    call: { method: 'imap', chunksize: 1 },
    input: { generate: { count: 8 } },
  });
  const { status, stdout } = await poolscope('run', file, '--json', '--results');
  expect(status).toBe(1);
  const summary: Summary = JSON.parse(stdout);
  await allGone([summary.mainPid, ...summary.pids]);
  return summary;
}

test.describe('a task that ends its utility process fails, and takes no other with it', () => {
  for (const [what, name, params, pool, sentence] of [
    ['by a crash', 'crash', {}, {}, /died while it had this task \(SIGABRT\)/],
    // Electron reports exit code 9 as it reports SIGKILL.
    ['by an exit with code 9', 'exit', { code: 9 }, {}, /died while it had this task \(exit code 9\)/],
    ['by an exit with code 0', 'exit', { code: 0 }, {}, /died while it had this task \(exit code 0\)/],
    ['by a hang', 'hang', {}, { taskTimeoutMs: 200 }, /was at one task for longer than 200 ms, and was ended/],
    ['by a leak', 'leak-memory', {}, { memoryLimitMb: 64 }, /died while it had this task \(SIGABRT\)/],
    ['by a leak in the least memory', 'leak-memory', {}, { memoryLimitMb: 32 }, /\(SIGABRT\)/],
  ] as const) {
    test(what, async () => {
      const { tasks, errors, results } = await faulty(name, params, pool);
      expect(results).toEqual([0, 1, 2, 4, 5, 6]);
      expect(tasks).toMatchObject({ submitted: 8, completed: 6, failed: 2, lost: 0 });
      expect(errors.map(({ task }) => task).sort()).toEqual([3, 7]);
      for (const { message } of errors) expect(message).toMatch(sentence);
    });
  }
});

test('each policy counts the task that a worker died with as it says', async () => {
  const withPolicy = (onWorkerLost: string) => faulty('crash', {}, { onWorkerLost });
  expect((await withPolicy('fail')).tasks).toMatchObject({ completed: 6, failed: 2, lost: 0, retried: 0 });
  expect((await withPolicy('lose')).tasks).toMatchObject({ completed: 6, failed: 0, lost: 2, retried: 0 });
  const { tasks, errors } = await withPolicy('break');
  expect((tasks.completed ?? 0) + (tasks.failed ?? 0)).toBe(8);
  expect(errors[0]?.name).toBe('BrokenProcessPool');
});

test('a memory limit reaches the heap of utility processes', async () => {
  const file = scenarioFile({
    version: 1,
    workload: { name: 'module', params: { file: HEAP_LIMIT } },
    pool: { processes: 1, memoryLimitMb: 512 },
    input: { items: [0] },
  });
  const { status, stdout } = await poolscope('run', file, '--json', '--results');
  expect(status).toBe(0);
  const [limitMb] = JSON.parse(stdout).results;
  expect(limitMb).toBeGreaterThanOrEqual(512);
  expect(limitMb).toBeLessThan(700);
});

test.describe('the form', () => {
  let app: PoolscopeApp;
  test.afterEach(() => app.close());

  const choose = async (label: string, option: string): Promise<void> => {
    await app.page.getByLabel(label, { exact: true }).click();
    await app.page.getByRole('option', { name: option, exact: true }).click();
  };

  test('gives a leak its limit, runs it, and keeps a limit that is missing in sight', async () => {
    app = await PoolscopeApp.start({ scenario: { workload: { name: 'sleep' }, input: { items: [1] } } });
    const limits = app.page.getByRole('button', { name: /^Limits/ });
    await expect(limits).toHaveText('Limitsas usual');
    await choose('Workload', 'Leak memory');
    await expect(limits).toHaveText('Limitsmemory 64 MB');
    await app.page.getByRole('textbox', { name: 'Tasks', exact: true }).fill('5');
    await app.page.getByRole('button', { name: /^Run/ }).click();
    await expect(app.status).toContainText('Finished: 4 of 5 tasks', { timeout: 20_000 });

    await limits.click();
    const memory = app.page.getByLabel('Memory', { exact: true });
    await memory.fill('');
    await expect(app.page.getByText('leak-memory takes memory until it meets a limit')).toBeVisible();
    await limits.click();
    await expect(memory).toBeVisible();
    await app.page.getByRole('application', { name: 'Timeline of tasks' }).focus();
    await app.page.keyboard.press('Space');
    await expect(memory).toBeFocused();
    await memory.fill('32');
    await expect(app.page.getByRole('button', { name: /^Run/ })).toBeEnabled();
    await expect(memory).toBeFocused();
    await limits.click();
    await expect(memory).toBeHidden();
  });

  test('refuses to crash a thread, at the engine', async () => {
    app = await PoolscopeApp.start({ scenario: { workload: { name: 'crash' } } });
    await choose('Engine', 'Threads');
    await expect(app.page.getByLabel('Engine', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expect(app.page.getByText(/^crash would end Poolscope itself/)).toBeVisible();
    await expect(app.page.getByRole('button', { name: /^Run/ })).toBeDisabled();
    await choose('Engine', 'Node processes');
    await expect(app.page.getByRole('button', { name: /^Run/ })).toBeEnabled();
  });
});
