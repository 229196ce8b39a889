/** What workers write to stdout and stderr, in the window and on the command line. */
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { MOST_BYTES } from '../../src/renderer/store/log-lines';
import { poolscope, ROOT, scenarioFile } from './command-line';
import { PoolscopeApp } from './poolscope-app';

let app: PoolscopeApp | undefined;
test.afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** The items 3 and 7 abort their worker, which leaves a native stack on stderr. */
const crashing = {
  name: 'Crashing',
  pool: { processes: 2, onWorkerLost: 'fail' as const },
  call: { method: 'imap' as const, chunksize: 1 },
  workload: { name: 'crash' as const, params: { every: 4 } },
  input: { items: [0, 1, 2, 3, 4, 5, 6, 7] },
};

/** More than the log keeps. */
const FLOOD_BYTES = 20_000_000;
const flooding = {
  name: 'Flooding',
  pool: { processes: 1 },
  workload: { name: 'module' as const, params: { file: join(ROOT, 'test/fixtures/modules/flood.mjs') } },
  input: { items: [FLOOD_BYTES] },
};

test('the native stack of a worker that crashes is in the log, with its PID', async () => {
  app = await PoolscopeApp.start({ scenario: crashing });
  const { page } = app;
  await page.getByRole('tab', { name: 'Log' }).click();
  await expect(page.getByText('What workers print to stdout and stderr appears here')).toBeVisible();
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 6 of 8 tasks in .*, 2 failed/);

  const crashed = await app.lanes
    .locator('li[data-state=crashed]')
    .evaluateAll((lanes) => lanes.map((lane) => lane.getAttribute('data-pid')));
  expect(crashed).toHaveLength(2);
  const filter = page.getByLabel('Show');
  const lines = page.getByTestId('log-line');
  for (const pid of crashed) {
    await filter.click();
    await page.getByRole('option', { name: `PID ${pid}, slot` }).click();
    await expect(lines.first()).toBeVisible();
    await expect(lines.filter({ hasText: /crash \(/ }).first()).toContainText(`${pid}`);
    const shown = await lines.evaluateAll((rows) => [...new Set(rows.map((row) => row.getAttribute('data-pid')))]);
    expect(shown).toEqual([pid]);
    await expect(lines.first().getByRole('cell', { name: 'stderr', exact: true })).toBeVisible();
  }
  expect(app.pageErrors).toEqual([]);
});

test('a run whose workers print nothing says so', async () => {
  app = await PoolscopeApp.start({ scenario: { ...crashing, input: { items: [0, 1, 2] } } });
  await app.page.getByRole('tab', { name: 'Log' }).click();
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 3 of 3/);
  await expect(app.page.getByText('No worker printed anything in this run.')).toBeVisible();
});

test('more than the log keeps is counted, and its end is in sight', async () => {
  app = await PoolscopeApp.start({ scenario: flooding });
  await app.electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = (async (_window: unknown, { buttons }: { buttons: string[] }) => ({
      response: buttons.indexOf('Run'),
      checkboxChecked: false,
    })) as unknown as typeof dialog.showMessageBox;
  });
  await app.page.getByRole('tab', { name: 'Log' }).click();
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 1 of 1/);
  const { page } = app;
  // The last words come after the end.
  await expect(async () => {
    const note = await page.getByTestId('log-note').innerText();
    expect(note).toMatch(/^[\d,]+ lines, [\d,]+ bytes left out$/);
    const [lines = 0, leftOut = 0] = note.replaceAll(',', '').match(/\d+/g)?.map(Number) ?? [];
    expect(lines).toBeGreaterThan(0);
    expect(leftOut).toBeGreaterThanOrEqual(FLOOD_BYTES - MOST_BYTES);
    expect(leftOut).toBeLessThan(FLOOD_BYTES);
    const rows = await page.getByTestId('log-table').getAttribute('aria-rowcount');
    await expect(page.locator(`[data-testid=log-line][aria-rowindex="${rows}"]`)).toBeInViewport({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  expect(app.pageErrors).toEqual([]);
});

test('the command line passes on the worker’s stack, and every byte that it leaves out is counted', async () => {
  const crash = await poolscope('run', scenarioFile({ version: 1, ...crashing }), '--json');
  expect(crash.status).toBe(1);
  expect(crash.stderr).toMatch(/^worker \d+ stderr: .*crash \(/m);
  expect(() => JSON.parse(crash.stdout)).not.toThrow();

  const flood = await poolscope('run', scenarioFile({ version: 1, ...flooding }), '--json');
  expect(flood.status).toBe(0);
  const lines = flood.stderr.split('\n').filter((line) => line.startsWith('worker 0 stdout: '));
  const printed = lines.join('\n').match(/x/g)?.length ?? 0;
  const leftOut = [...flood.stderr.matchAll(/\((\d+) bytes left out\)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
  // Of every hundred bytes one is the end of a line.
  expect(printed + leftOut).toBeGreaterThanOrEqual(FLOOD_BYTES * 0.99);
  expect(printed + leftOut).toBeLessThanOrEqual(FLOOD_BYTES);
  expect(flood.stderr).toContain(`worker 0 stderr: printed ${FLOOD_BYTES}`);
});
