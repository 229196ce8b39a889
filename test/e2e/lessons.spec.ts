import { cpus } from 'node:os';
import { expect, test } from 'playwright/test';
import { LESSON_NAMES } from '../../src/shared/lesson-names';
import { busyCores } from './busy-cores';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

/** The figure of a lesson's latest run. */
async function figure(label: string): Promise<string> {
  const table = app.page.getByRole('table', { name: 'Runs of this lesson' });
  const headings = await table.getByRole('columnheader').allTextContents();
  const cells = table.locator('.lesson-run').first().locator('.lesson-figure');
  return (await cells.nth(headings.indexOf(label)).textContent()) ?? '';
}

async function choose(...choices: string[]): Promise<void> {
  for (const name of choices) await app.page.getByRole('radio', { name, exact: true }).check({ force: true });
}

async function run(rows: number): Promise<void> {
  await app.page.getByRole('button', { name: 'Run it Space' }).click();
  const table = app.page.getByRole('table', { name: 'Runs of this lesson' });
  await expect(table.getByRole('row')).toHaveCount(2 * rows + 1, { timeout: 60_000 });
}

test('lesson 1 by its name on the command line: threads under one lock take turns, processes are others', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'processes-not-threads'] });
  const { page } = app;
  await expect(page.getByRole('region', { name: 'Lesson 1: Processes, not threads' })).toBeVisible();
  await page.getByRole('radio', { name: 'Twice as fast' }).check();
  await expect(page.getByText('Now run it.')).toBeVisible();
  await run(1);
  await expect(page.getByText(/^Otherwise than you said\. The runs add up to/)).toBeVisible();
  expect(await figure('Processes')).toBe('1');
  expect(await app.pids()).toEqual([app.mainPid, app.mainPid]);
  await expect(page.getByRole('region', { name: 'Python code' }).locator('[aria-current=step]')).toContainText('print');

  await choose('Processes', '2');
  await run(2);
  expect(await figure('Processes')).toBe('2');
  const pids = await app.pids();
  expect(pids).toHaveLength(2);
  expect(pids).not.toContain(app.mainPid);
  expect(await violations(page)).toEqual([]);
});

test('two processes keep more cores busy than two threads under one lock', async () => {
  test.skip(cpus().length < 2, 'this machine has one core');
  app = await PoolscopeApp.start({ args: ['--lesson', 'processes-not-threads'] });
  await choose('Threads, one lock', '2');
  await run(1);
  const underLock = Number(await figure('Cores used'));
  await choose('Processes', '2');
  // The window draws on the same cores, and a machine that is at something else proves nothing.
  let most = 0;
  let quiet = false;
  for (let tries = 2; tries <= 8 && most <= underLock; tries++) {
    const before = busyCores();
    await run(tries);
    const used = Number(await figure('Cores used')) || 0;
    most = Math.max(most, used);
    quiet ||= before() - used < 0.6;
  }
  test.skip(most <= underLock && !quiet, 'other programs keep this machine busy');
  expect(most).toBeGreaterThan(underLock);
});

test('lesson 3: imap delivers in input order, imap_unordered as tasks complete', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'pool-methods'] });
  const { page } = app;
  await page.getByRole('radio', { name: 'When the longest task is complete' }).check();
  await run(1);
  await expect(page.getByText(/^As you said\./)).toBeVisible();
  expect(await figure('Out of order')).toBe('0');
  expect(Number(await figure('Complete by then'))).toBeGreaterThan(0);
  await choose('imap_unordered', '1');
  await run(2);
  expect(Number(await figure('Out of order'))).toBeGreaterThan(0);
  await choose('map', '1');
  await run(3);
  expect(await figure('Out of order')).toBe('0');
});

test('lesson 6: updates are lost without the lock, never with it', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'shared-memory'] });
  let lost = 0;
  let rows = 0;
  for (; rows < 6 && lost === 0; ) {
    await run(++rows);
    lost = Number((await figure('Updates lost')).split(' of ')[0]?.replaceAll(',', ''));
  }
  expect(lost).toBeGreaterThan(0);
  await choose('Count with the lock');
  await run(++rows);
  expect(await figure('Updates lost')).toBe('0 of 1,200,000');
});

test('lessons are chosen, gone through and closed by keyboard; what is done is remembered', async () => {
  app = await PoolscopeApp.start();
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+l');
  const list = page.getByRole('dialog', { name: 'Lessons' });
  await expect(list.getByRole('listitem')).toHaveCount(LESSON_NAMES.length);
  await list.getByRole('button', { name: /Everything is pickled/ }).press('Enter');
  await expect(list).toBeHidden();
  await expect(
    page.getByRole('region', { name: `Lesson ${1 + LESSON_NAMES.indexOf('pickling')}: Everything is pickled` }),
  ).toBeVisible();
  await page.getByRole('button', { name: /^Next: / }).press('Enter');
  await expect(
    page.getByRole('region', { name: new RegExp(`^Lesson ${2 + LESSON_NAMES.indexOf('pickling')}: `) }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Close the lesson' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Scenario', exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+l');
  await expect(list.getByRole('button', { name: /Everything is pickled.*/ }).getByLabel('done')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a lesson that there is not is named in one sentence', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'cooking'] });
  await expect(app.page.getByRole('dialog')).toContainText('--lesson: expected one of processes-not-threads');
});
