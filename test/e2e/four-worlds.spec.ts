import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

async function choose(...choices: string[]): Promise<void> {
  for (const name of choices) await app.page.getByRole('radio', { name, exact: true }).check({ force: true });
}

const table = () => app.page.getByRole('table', { name: 'Runs of this lesson' });

async function run(rows: number): Promise<void> {
  await app.page.getByRole('button', { name: 'Run it Space' }).click();
  await expect(table().getByRole('row')).toHaveCount(2 * rows + 1, { timeout: 60_000 });
}

/** A figure of the latest run. */
async function figure(label: string): Promise<string> {
  const headings = await table().getByRole('columnheader').allTextContents();
  const cells = table().locator('.lesson-run').first().locator('.lesson-figure');
  return (await cells.nth(headings.findIndex((heading) => heading.startsWith(label))).textContent()) ?? '';
}

/** Ports of 127.0.0.1 that a process listens at, as Linux tells. */
function listening(pid: number): number[] {
  const sockets = new Set<string>();
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    try {
      sockets.add(readlinkSync(`/proc/${pid}/fd/${fd}`));
    } catch {
      // Closed a moment ago.
    }
  }
  const lines = readFileSync(`/proc/${pid}/net/tcp`, 'utf8').trim().split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    const [address, port = ''] = local.split(':');
    const own = state === '0A' && address === '0100007F' && sockets.has(`socket:[${inode}]`);
    return own ? [Number.parseInt(port, 16)] : [];
  });
}

const files = (pid: number): string[] =>
  readdirSync(tmpdir()).filter((file) => file.startsWith(`poolscope-${pid}-`) && file.endsWith('.read'));

test('lesson 8: tasks that wait do so at once with async and on threads, one by one in a loop', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'four-worlds'] });
  const { page } = app;
  await expect(page.getByRole('region', { name: /: CPU-bound or I\/O-bound\?$/ })).toBeVisible();
  await run(1);
  expect(await figure('At once')).toBe('1');
  expect(await figure('Over the loop')).toBe('1.0×');
  await choose('Async');
  await run(2);
  expect(await figure('At once')).toBe('8');
  await choose('Threads, one lock');
  await run(3);
  // Each begins its task when it is handed one: at least half of them wait together, whatever the machine is at.
  expect(Number(await figure('At once'))).toBeGreaterThanOrEqual(4);
  expect(await violations(page)).toEqual([]);
});

test('lesson 8: tasks that compute do so one by one under the lock and with async, on threads that are real at once', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'four-worlds'] });
  await choose('Computing', 'Threads, one lock');
  await run(1);
  expect(await figure('At once')).toBe('1');
  await choose('Async');
  await run(2);
  expect(await figure('At once')).toBe('1');
  await choose('JavaScript threads');
  await run(3);
  expect(Number(await figure('At once'))).toBeGreaterThan(1);
});

test('the echo server listens on this machine alone, for as long as the run takes; its file is gone as well', async () => {
  test.skip(process.platform !== 'linux', 'only Linux tells who listens');
  app = await PoolscopeApp.start({
    scenario: {
      engine: 'async',
      workload: { name: 'read-and-echo', params: { delayMs: 10_000 } },
      input: { items: [1, 1, 1] },
      pool: { processes: 3 },
    },
  });
  // Whoever drives this test is listened to as well.
  const before = listening(app.mainPid);
  await app.press('Run');
  await expect(app.lanes.locator('li')).toHaveCount(3);
  await expect.poll(() => listening(app.mainPid).length).toBe(before.length + 1);
  expect(files(app.mainPid)).toHaveLength(1);
  await app.press('Kill');
  expect(await app.ended()).toMatch(/^Killed/);
  expect(listening(app.mainPid)).toEqual(before);
  expect(files(app.mainPid)).toEqual([]);
});

test('the lab runs each kind of work in each world, is saved with its controls and exported', async () => {
  test.setTimeout(180_000);
  app = await PoolscopeApp.start({ args: ['--lab', 'four-worlds'] });
  const { page } = app;
  const lab = page.getByRole('region', { name: 'Lab: Four worlds' });
  for (const world of ['Threads', 'Processes'])
    await lab.getByRole('checkbox', { name: world, exact: true }).uncheck({ force: true });
  await lab.getByRole('checkbox', { name: 'A mixture' }).uncheck({ force: true });
  await lab.getByLabel('Tasks').fill('8');
  await lab.getByRole('button', { name: 'Sizes' }).click();
  await lab.getByRole('textbox', { name: 'Wait ms' }).fill('200');
  await lab.getByLabel('Numbers to add').fill('1000000');
  expect(await violations(page)).toEqual([]);
  await lab.getByRole('button', { name: 'Run the race' }).press('Enter');
  await expect(lab.getByRole('status')).toHaveText(/^Quickest\. Computing: .*Waiting: /, { timeout: 120_000 });
  await lab.getByRole('radio', { name: 'Table' }).check({ force: true });
  const rows = await lab.getByRole('row').allTextContents();
  // Work, world, workers, wall, over the loop, tasks at once.
  const atOnce = async (work: string, world: string): Promise<number> => {
    const row = lab.getByRole('row').filter({ hasText: `${work}${world}` });
    return Number(await row.getByRole('cell').nth(5).textContent());
  };
  expect(rows).toHaveLength(7);
  for (const world of ['Plain loop', 'Threads, one lock', 'Async']) expect(await atOnce('Computing', world)).toBe(1);
  expect(await atOnce('Waiting', 'Plain loop')).toBe(1);
  expect(await atOnce('Waiting', 'Async')).toBe(8);
  expect(await atOnce('Waiting', 'Threads, one lock')).toBeGreaterThan(1);
  await lab.getByRole('radio', { name: 'Bars' }).check({ force: true });
  await expect(lab.getByRole('table')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);

  const folder = mkdtempSync(join(tmpdir(), 'poolscope-worlds-'));
  const [saved, exported] = [join(folder, 'worlds.json'), join(folder, 'worlds.csv')];
  await app.saveAs(saved);
  await lab.getByRole('button', { name: 'Save as scenario…' }).click();
  await expect.poll(() => existsSync(saved)).toBe(true);
  const { lab: controls } = JSON.parse(readFileSync(saved, 'utf8'));
  expect(controls).toMatchObject({
    name: 'four-worlds',
    worlds: ['loop', 'locked-threads', 'async'],
    tasks: 8,
    waitMs: 200,
  });
  await app.saveAs(exported);
  await lab.getByRole('button', { name: 'Export results…' }).click();
  await page.getByRole('menuitem', { name: 'Table as CSV' }).click();
  await expect.poll(() => existsSync(exported)).toBe(true);
  expect(readFileSync(exported, 'utf8')).toMatch(/^# memory_bytes: measured\. .*^work,world,/ms);
  rmSync(folder, { recursive: true, force: true });
});
