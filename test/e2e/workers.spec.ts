/** What a person does to the workers of a pool that runs: kills one by its button, adds one, takes one away. */
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { allGone, isAlive } from './processes';

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

/** Each of `count` tasks waits; two workers draw them one by one. */
const waiting = (count: number, ms: number, engine: 'utility-process' | 'thread' | 'serial' = 'utility-process') => ({
  name: 'Waiting',
  engine,
  pool: { processes: 2 },
  call: { method: 'imap' as const, chunksize: 1 },
  workload: { name: 'sleep' as const },
  input: { items: new Array<number>(count).fill(ms) },
});

const rows = () => app.page.getByTestId('worker-row');
const busyLanes = () => app.lanes.locator('li[data-state=running]');

test('a worker killed by its button is replaced by one with a new PID, and the run completes with one retry', async () => {
  app = await PoolscopeApp.start({ scenario: waiting(12, 800) });
  await app.press('Run');
  await app.workersReady(2);
  await expect(busyLanes()).toHaveCount(2);
  const [victim = 0, other = 0] = await app.pids();
  const how = process.platform === 'win32' ? '' : ' with SIGKILL';
  await app.page.getByRole('button', { name: `Kill worker PID ${victim}${how}`, exact: true }).click();

  await expect(
    app.page.getByText(`Killed worker PID ${victim}${how}. If it was at a task, that is retried`),
  ).toBeVisible();
  await allGone([victim]);
  expect(isAlive(other)).toBe(true);
  const row = app.page.locator(`[data-testid=worker-row][data-pid="${victim}"]`);
  await expect(row).toHaveAttribute('data-state', 'crashed');
  await expect(row.getByRole('button', { name: /^Kill/ })).toHaveCount(0);
  await expect(rows()).toHaveCount(3);
  await app.workersReady(2);
  const pids = await app.pids();
  expect(new Set(pids).size).toBe(3);

  expect(await app.ended()).toMatch(/^Finished: 12 of 12 tasks in .*, 1 retried/);
  await expect(app.page.getByRole('button', { name: /^Kill worker/ })).toHaveCount(0);
  await allGone(pids);
  expect(app.pageErrors).toEqual([]);
});

test('the pool grows from two workers to three while it runs, and shrinks again', async () => {
  app = await PoolscopeApp.start({ scenario: waiting(60, 300) });
  await app.press('Run');
  await app.workersReady(2);
  await expect(rows()).toHaveCount(2);
  await app.page.getByRole('button', { name: 'One worker more' }).click();

  await expect(app.page.getByTestId('pool-size')).toHaveText('3');
  await expect(app.lanes).toHaveAttribute('data-lanes', '3');
  await expect(rows()).toHaveCount(3);
  await app.workersReady(3);
  const third = app.lanes.locator('li[data-worker="2"]');
  await expect(third).not.toHaveAttribute('data-done', '0');

  await app.page.getByRole('button', { name: 'One worker fewer' }).click();
  await expect(app.page.getByTestId('pool-size')).toHaveText('2');
  await expect(third).toHaveAttribute('data-state', 'exited');
  expect(await app.ended()).toMatch(/^Finished: 60 of 60 tasks/);
  await expect(app.lanes).toHaveAttribute('data-lanes', '3');
  await expect(app.page.getByRole('button', { name: 'One worker more' })).toBeDisabled();
  await expect(app.page.getByRole('group', { name: 'Workers' })).toHaveAttribute('title', /nothing runs now/);
  expect(app.pageErrors).toEqual([]);
});

test('a thread is ended by its name, as all threads share one PID', async () => {
  app = await PoolscopeApp.start({ scenario: waiting(12, 800, 'thread') });
  await app.press('Run');
  await app.workersReady(2);
  await expect(busyLanes()).toHaveCount(2);
  await app.page
    .getByRole('button', { name: /^End thread/ })
    .first()
    .click();
  await expect(app.page.getByText(/^Ended thread .* is retried/)).toBeVisible();
  await expect(rows()).toHaveCount(3);
  expect(await app.ended()).toMatch(/^Finished: 12 of 12 tasks in .*, 1 retried/);
});

test('the plain loop has nothing to kill or to resize, and says why', async () => {
  app = await PoolscopeApp.start({ scenario: waiting(20, 200, 'serial') });
  await app.press('Run');
  await expect(rows()).toHaveCount(1);
  await expect(app.page.getByRole('button', { name: 'One worker more' })).toBeDisabled();
  await expect(app.page.getByRole('group', { name: 'Workers' })).toHaveAttribute('title', /plain loop has no pool/);
  await expect(app.page.getByRole('button', { name: /^(Kill worker|End thread)/ })).toHaveCount(0);
});

test('the gate refuses sizes that no pool may have, and runs that are not kept', async () => {
  app = await PoolscopeApp.start({ scenario: waiting(20, 200) });
  await app.press('Run');
  await app.workersReady(2);
  for (const processes of [0, 257, 2.5]) {
    const answer = await app.page.evaluate(
      (size) => window.poolscope.call('run:resize', { runId: 1, processes: size }),
      processes,
    );
    expect(answer.ok).toBe(false);
  }
  const answer = await app.page.evaluate(() => window.poolscope.call('run:kill-worker', { runId: 9, worker: 0 }));
  expect(answer).toEqual({ ok: false, message: 'Run 9 is no longer kept.' });
  await expect(rows()).toHaveCount(2);
});
