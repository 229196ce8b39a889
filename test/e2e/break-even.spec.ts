import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-break-even-'));
});
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const MEASURING = { timeout: 180_000 };

const cross = () => app.page.getByRole('button', { name: /^Cross at / });
const dots = () => app.page.getByTestId('break-even-dot');
const runHere = () => app.page.getByRole('button', { name: 'Run it here' });

async function fileText(path: string): Promise<string> {
  await expect.poll(() => existsSync(path)).toBe(true);
  return readFileSync(path, 'utf8');
}

test('the machine is measured, a point is run by keyboard, and its dot stands where the run puts it', async () => {
  test.setTimeout(400_000);
  app = await PoolscopeApp.start({ args: ['--lab', 'break-even'] });
  const { page } = app;
  await page.getByRole('button', { name: 'Measure this machine' }).press('Enter');
  await expect(page.getByRole('progressbar', { name: 'Measuring this machine' })).toBeVisible();
  // Meanwhile nothing else runs.
  await page.keyboard.press('Shift+L');
  await page.getByRole('button', { name: 'Run Space' }).click();
  await expect(page.getByRole('dialog')).toContainText('This machine is being measured');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+L');
  await expect(cross()).toBeVisible(MEASURING);
  const costs = JSON.parse(readFileSync(join(app.userData, 'break-even.json'), 'utf8'));
  expect(costs).toMatchObject({ version: 1, machine: { platform: process.platform } });

  await cross().focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  await expect(cross()).toHaveAccessibleName(/^Cross at 1\.78\sms a task, 1\.41\sKB: /);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('break-even-dot-line')).toContainText(/measured.*Predicted .*, measured /, {
    timeout: 60_000,
  });
  await expect(dots()).toHaveCount(1);
  await expect(dots()).toHaveAccessibleName(/^Break-even: .* a task, 1\.41\sKB, 2 workers, 100 tasks, chunk size 1\. /);
  // The run under way last is the pool's: its wall time is what the lab says of it.
  const finished = await page.getByText(/^Finished: 100 of 100 tasks in /).textContent();
  const wall = finished?.match(/ in (.*)$/)?.[1] ?? 'nothing';
  await expect(page.getByTestId('break-even-dot-line')).toContainText(`pool ${wall}.`);
  expect(await violations(page)).toEqual([]);

  // A dot that is dragged away is run where it is let go of.
  const box = await dots().boundingBox();
  if (box === null) throw new Error('The dot is nowhere');
  await page.mouse.move(box.x + 12, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y - 10, { steps: 4 });
  await page.mouse.up();
  await expect(dots()).toHaveCount(2, { timeout: 60_000 });
  await expect(runHere()).toBeEnabled({ timeout: 60_000 });

  const picture = join(folder, 'map.svg');
  await app.saveAs(picture);
  await page.getByRole('button', { name: 'Export results…' }).click();
  await page.getByRole('menuitem', { name: 'Picture as SVG' }).click();
  expect(await fileText(picture)).toContain('break-even 1×');
  const saved = join(folder, 'lab.json');
  await app.saveAs(saved);
  await page.getByRole('button', { name: 'Save as scenario…' }).click();
  expect(JSON.parse(await fileText(saved)).lab).toMatchObject({ name: 'break-even', workers: 2, tasks: 100 });

  // What was measured is there at the next start, with the controls of the file.
  await app.electron.close();
  app = await PoolscopeApp.startIn(app.userData, saved);
  await expect(cross()).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Measure again' })).toBeVisible();
});

test('measuring is cancelled, and then nothing is known', async () => {
  app = await PoolscopeApp.start({ args: ['--lab', 'break-even'] });
  const { page } = app;
  await page.getByRole('button', { name: 'Measure this machine' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Measure this machine' })).toBeEnabled();
  expect(existsSync(join(app.userData, 'break-even.json'))).toBe(false);
  expect(await violations(page)).toEqual([]);
});

test('the same tasks run with one worker and more, and lie over the curves as points', async () => {
  test.setTimeout(400_000);
  app = await PoolscopeApp.start({ args: ['--lab', 'break-even'] });
  const { page } = app;
  await page.getByRole('button', { name: 'Measure this machine' }).click();
  await expect(cross()).toBeVisible(MEASURING);
  await page.getByRole('radio', { name: '1 to N workers' }).check({ force: true });
  const measure = page.getByRole('button', { name: /^Measure 1 to \d+ workers$/ });
  const most = Number(/to (\d+)/.exec((await measure.textContent()) ?? '')?.[1]);
  await measure.press('Enter');
  const table = page.getByRole('table', { name: 'Speed-up by the number of workers' });
  await expect(table.getByRole('row')).toHaveCount(most + 1, { timeout: 120_000 });
  await expect(page.getByText(/fitted to the points/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Costs' }).check({ force: true });
  const call = page.getByRole('row', { name: /^One call, awaited / });
  await call.getByRole('button', { name: /^measured/ }).press('Enter');
  await expect(page.getByRole('dialog', { name: /^How / })).toContainText('apply with nothing to do');
  await page.keyboard.press('Escape');
  expect(await violations(page)).toEqual([]);
});

test('lesson 7: tasks of some µs are quicker in a plain loop than in a pool, and its lab is set up as it is', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'break-even'] });
  const { page } = app;
  const table = page.getByRole('table', { name: 'Runs of this lesson' });
  const figure = async (label: string): Promise<number> => {
    const headings = await table.getByRole('columnheader').allTextContents();
    const at = headings.findIndex((heading) => heading.startsWith(label));
    return Number.parseFloat(
      (await table.locator('.lesson-run').first().locator('.lesson-figure').nth(at).textContent()) ?? '',
    );
  };
  const run = async (workers: string, rows: number): Promise<void> => {
    await page.getByRole('radio', { name: workers, exact: true }).check({ force: true });
    await page.getByRole('button', { name: 'Run it Space' }).click();
    await expect(table.getByRole('row')).toHaveCount(2 * rows + 1, { timeout: 60_000 });
  };
  await page.getByRole('radio', { name: 'Plain loop', exact: true }).check({ force: true });
  await run('Plain loop', 1);
  expect(await figure('Over the loop')).toBe(1);
  // A loop that another program disturbed says nothing: it may be run again.
  let over = Number.POSITIVE_INFINITY;
  for (let rows = 2; rows < 8 && over >= 1; rows += 2) {
    await run('2', rows);
    over = await figure('Over the loop');
    if (over >= 1) await run('Plain loop', rows + 1);
  }
  expect(over).toBeLessThan(1);
  expect(await app.pids()).toHaveLength(2);
  await page.getByRole('radio', { name: '1 MB', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Run it in the lab: Break-even map' }).click();
  await expect(page.getByRole('progressbar', { name: 'Measuring this machine' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Measure this machine' })).toBeEnabled({ timeout: 60_000 });
  expect(await violations(page)).toEqual([]);
});
