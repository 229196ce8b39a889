import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-labs-'));
});
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Its text, once it is there. */
async function fileText(path: string): Promise<string> {
  await expect.poll(() => existsSync(path)).toBe(true);
  return readFileSync(path, 'utf8');
}

const lab = (title: string) => app.page.getByRole('region', { name: `Lab: ${title}` });

test('a lab is opened by the flask and the keyboard, and the timeline comes back', async () => {
  app = await PoolscopeApp.start();
  const { page } = app;
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await page.getByRole('button', { name: 'Labs' }).press('Enter');
  await page.getByRole('menuitem', { name: /^Chaos bench/ }).press('Enter');
  await expect(lab('Chaos bench')).toBeVisible();
  await expect(timeline).toBeHidden();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Shift+L');
  await expect(timeline).toBeVisible();
  await page.keyboard.press('Shift+L');
  await expect(lab('Chaos bench')).toBeVisible();
  await lab('Chaos bench').getByRole('button', { name: 'Timeline Shift+L' }).click();
  await expect(timeline).toBeVisible();
});

test('a lab is saved with its controls, opens again from the file, runs by Space and exports what it came to', async () => {
  test.setTimeout(300_000);
  app = await PoolscopeApp.start({ args: ['--lab', 'chaos'] });
  const bench = lab('Chaos bench');
  await bench.getByLabel('Faults').fill('2');
  await bench.getByLabel('Seed').fill('7');
  const saved = join(folder, 'bench.json');
  await app.saveAs(saved);
  await bench.getByRole('button', { name: 'Save as scenario…' }).click();
  expect(JSON.parse(await fileText(saved)).lab).toEqual({ name: 'chaos', faults: 2, kind: 'kill', seed: 7 });
  await expect(bench.getByRole('button', { name: 'Export results…' })).toBeDisabled();
  await app.close();

  app = await PoolscopeApp.start({ file: saved });
  await expect(lab('Chaos bench').getByLabel('Faults')).toHaveValue('2');
  await expect(lab('Chaos bench').getByLabel('Seed')).toHaveValue('7');
  await app.page.keyboard.press('Space');
  // Five runs, and some of them boot workers again: the bench itself says when it is over.
  await expect(lab('Chaos bench').getByRole('button', { name: 'Cancel', exact: true })).toBeVisible();
  await expect(lab('Chaos bench').getByRole('button', { name: 'Run under faults' })).toBeVisible({ timeout: 240_000 });
  await expect(app.page.locator('[data-testid=chaos-table] tr[data-state=ended]')).toHaveCount(5);
  const table = join(folder, 'chaos.csv');
  await app.saveAs(table);
  await lab('Chaos bench').getByRole('button', { name: 'Export results…' }).click();
  await app.page.getByRole('menuitem', { name: 'Table as CSV' }).click();
  const lines = (await fileText(table)).trim().split('\n');
  expect(lines[0]).toMatch(/^# policy: given\. /);
  expect(lines.filter((line) => !line.startsWith('#'))[1]).toMatch(/^no faults,\d+/);
  const picture = join(folder, 'chaos.svg');
  await app.saveAs(picture);
  await lab('Chaos bench').getByRole('button', { name: 'Export results…' }).click();
  await app.page.getByRole('menuitem', { name: 'Picture as SVG' }).click();
  expect(await fileText(picture)).toMatch(/^<svg .*no faults.* repeated/s);
});

test('a lab that there is not is named in one sentence', async () => {
  app = await PoolscopeApp.start({ args: ['--lab', 'cooking'] });
  await expect(app.page.getByRole('dialog')).toContainText('--lab: expected one of api-race');
});
