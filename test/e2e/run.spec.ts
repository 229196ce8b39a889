import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { numericItems } from '../../src/shared/generate-items';
import { parseScenarioText } from '../../src/shared/parse-scenario';
import { ROOT } from './command-line';
import { PoolscopeApp } from './poolscope-app';
import { allGone, isAlive } from './processes';

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

/** Each of `count` tasks waits; a worker has one at a time. */
const sleeping = (count: number, ms: number, processes = 2) => ({
  name: 'Sleeping',
  pool: { processes },
  call: { chunksize: 1 },
  workload: { name: 'sleep' as const },
  input: { items: new Array<number>(count).fill(ms) },
});

test('the default scenario runs on four live processes and delivers what Python computes', async () => {
  app = await PoolscopeApp.start();
  const { page } = app;
  await page.keyboard.press('Space');
  await app.workersReady(4);
  const pids = await app.pids();
  expect(new Set(pids).size).toBe(4);
  expect(pids).not.toContain(app.mainPid);
  expect(pids.every(isAlive)).toBe(true);
  if (process.platform === 'linux') {
    for (const pid of pids) expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('node.mojom.NodeService');
  }
  expect(await app.ended()).toMatch(/^Finished: 96 of 96 tasks in/);
  await expect(app.lanes).toHaveAttribute('data-queue-depth', '0');
  await allGone(pids);

  // Every phase of a task has a time, and crossing the boundary has its bytes.
  await page.getByRole('tab', { name: 'Results' }).click();
  await page.getByRole('grid', { name: 'Results' }).getByRole('row').nth(1).click();
  const phases = page.getByRole('region', { name: /^Task \d+/ }).locator('tr[data-phase]');
  await expect(phases).toHaveCount(9);
  for (const text of await phases.allTextContents()) expect(text).toMatch(/\d\s?(ns|µs|ms|s)/);

  const scenario = parseScenarioText(readFileSync(join(ROOT, 'resources/scenarios/default.json'), 'utf8'));
  const items = numericItems(scenario);
  const answer = await page.evaluate(
    (tasks) => window.poolscope.call('results:read', { runId: 1, tasks }),
    items.map((_, task) => task),
  );
  const results = answer.ok ? answer.value.map(({ text }) => text) : [];
  expect(results).toEqual(pythonSums(items) ?? results);
  expect(results).toHaveLength(96);
  expect(app.pageErrors).toEqual([]);
});

/** Sums of squares by Python's exact integers; null where there is no Python. */
function pythonSums(items: readonly number[]): string[] | null {
  const program = 'import json,sys; print(json.dumps([str(n*(n-1)*(2*n-1)//6) for n in json.load(sys.stdin)]))';
  const { status, stdout } = spawnSync('python3', ['-c', program], { input: JSON.stringify(items), encoding: 'utf8' });
  return status === 0 ? JSON.parse(stdout) : null;
}

test('a worker killed with -9 shows its crash, is replaced, and its task is retried once', async () => {
  test.skip(process.platform === 'win32', 'Windows has no SIGKILL');
  app = await PoolscopeApp.start({ scenario: sleeping(8, 700) });
  await app.press('Run');
  await app.workersReady(2);
  await expect(app.lanes.locator('li[data-state=running]').first()).toBeAttached();
  const [victim = 0] = await app.pids();
  process.kill(victim, 'SIGKILL');
  await expect(app.lanes.locator(`li[data-pid="${victim}"]`)).toHaveAttribute('data-state', 'crashed');
  expect(await app.ended()).toMatch(/^Finished: 8 of 8 tasks in .*, 1 retried/);
  const pids = await app.pids();
  expect(new Set(pids).size).toBe(3);
  await expect(app.page.getByTestId('worker-row')).toHaveCount(3);
  await expect(app.page.locator(`[data-testid=worker-row][data-pid="${victim}"]`)).toContainText('crashed');
});

test('Stop finishes what runs and cancels what waits', async () => {
  app = await PoolscopeApp.start({ scenario: sleeping(100, 200) });
  await app.press('Run');
  await app.workersReady(2);
  const pids = await app.pids();
  await app.press('Stop');
  expect(await app.ended()).toMatch(/^Stopped: \d+ of 100 tasks/);
  await allGone(pids);
});

test('Kill ends every worker at once', async () => {
  app = await PoolscopeApp.start({ scenario: sleeping(4, 600_000) });
  await app.press('Run');
  await app.workersReady(2);
  const pids = await app.pids();
  await app.press('Kill');
  expect(await app.ended()).toMatch(/^Killed: 0 of 4 tasks/);
  await allGone(pids, 2000);
});

test('closing the window in the middle of a run leaves no process', async () => {
  app = await PoolscopeApp.start({ scenario: sleeping(4, 600_000) });
  await app.press('Run');
  await app.workersReady(2);
  // `close`, after each test, checks every process of the app.
});

test('a second run starts from nothing', async () => {
  app = await PoolscopeApp.start({ scenario: sleeping(4, 1) });
  await app.press('Run');
  await app.ended();
  const first = await app.pids();
  await app.press('Run');
  await expect(app.lanes).not.toHaveAttribute('data-pids', first.join(' '));
  expect(await app.ended()).toMatch(/^Finished: 4 of 4/);
  await expect(app.lanes).toHaveAttribute('data-lanes', '2');
  await expect(app.lanes).toHaveAttribute('data-rows', '4');
});

test('a task that raises is listed with the worker’s own stack, and the run goes on', async () => {
  app = await PoolscopeApp.start({
    scenario: {
      workload: { name: 'raise', params: { every: 4, message: 'on purpose' } },
      input: { generate: { count: 8 } },
      call: { method: 'imap' },
    },
  });
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 6 of 8 tasks in .*, 2 failed/);
  await app.page.getByRole('tab', { name: /Errors/ }).click();
  await app.page.getByRole('grid', { name: 'Errors' }).getByRole('row').nth(1).click();
  await expect(app.page.getByTestId('error-detail')).toContainText('on purpose');
  await expect(app.page.getByTestId('error-detail')).toContainText('worker.js');
});

test('the Mandelbrot picture is put together from its tiles', async () => {
  app = await PoolscopeApp.start({
    scenario: {
      workload: { name: 'mandelbrot', params: { columns: 3, rows: 2, tilePx: 32, maxIterations: 100 } },
      input: { generate: {} },
      call: { method: 'imap-unordered' },
    },
  });
  await app.press('Run');
  await app.ended();
  await app.page.getByRole('tab', { name: 'Picture' }).click();
  const picture = app.page.getByRole('img', { name: 'Mandelbrot picture: 6 of 6 tiles computed' });
  await expect(picture).toBeVisible();
  const colours = await app.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(
      '[data-testid=picture] canvas, canvas[data-testid=picture]',
    );
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return new Set(
      Array.from({ length: data.length / 4 }, (_, i) => `${data[i * 4]},${data[i * 4 + 1]},${data[i * 4 + 2]}`),
    ).size;
  });
  expect(colours).toBeGreaterThan(10);
});

for (const engine of ['thread', 'serial', 'child-process'] as const) {
  test(`the engine ${engine} runs in the window too`, async () => {
    app = await PoolscopeApp.start({ scenario: { ...sleeping(6, 20), engine } });
    await app.press('Run');
    expect(await app.ended()).toMatch(/^Finished: 6 of 6/);
    const pids = new Set(await app.pids());
    expect(pids.has(app.mainPid)).toBe(engine !== 'child-process');
  });
}
