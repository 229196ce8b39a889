import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

const race = () => app.page.getByRole('region', { name: 'Lab: API race' });

/** The figures of the race as the table has them, by the words at the head of each column. */
async function figures(): Promise<Record<string, string>[]> {
  await race().getByRole('radio', { name: 'Table' }).check({ force: true });
  const table = race().getByRole('table');
  const heads = (await table.getByRole('columnheader').allTextContents()).map((text) =>
    text.trim().replace(/(measured|derived|simulated)$/, ''),
  );
  const rows = await table.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.getByRole('cell').allTextContents();
      return Object.fromEntries(heads.map((head, at) => [head, (cells[at] ?? '').trim()]));
    }),
  );
}

/** Short enough for a test; the first item is the head of the line. */
const headOfLine = {
  name: 'Head of the line',
  pool: { processes: 2, prefetch: 1 },
  workload: { name: 'sleep' as const },
  input: { items: [400, 20, 20, 20, 20, 20, 20, 20] },
};

test('lesson 3 runs its race: completion order as it comes, input order for those that keep it', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'pool-methods'] });
  await app.page.getByRole('button', { name: 'Run it in the lab: API race' }).click();
  await expect(race().getByRole('status')).toHaveText(/^First result soonest: .* Done soonest: /, { timeout: 90_000 });
  const found = await figures();
  expect(found.map((row) => `${row.Call} ${row['Chunk size']}`)).toEqual([
    ...['map 1', 'imap 1', 'imap_unordered 1', 'apply_async 1'],
    ...[2, 4, 12].flatMap((size) => [`map ${size}`, `imap ${size}`, `imap_unordered ${size}`]),
  ]);
  const of = (call: string, size: string) => found.find((row) => row.Call === call && row['Chunk size'] === size);
  const orders = (call: string) => found.filter((row) => row.Call === call).map((row) => row['Delivered in']);
  // Where tasks happen to complete in input order, both orders are one.
  for (const order of [...orders('map'), ...orders('imap')]) expect(order).toMatch(/^(input order|both orders)$/);
  for (const call of ['imap_unordered', 'apply_async']) {
    for (const order of orders(call)) expect(order).toMatch(/^(completion order|both orders)$/);
  }
  // The first item takes as long as ten others: somewhere it is overtaken, however busy the machine is.
  expect(orders('imap')).toContain('input order');
  expect([...orders('imap_unordered'), ...orders('apply_async')]).toContain('completion order');
  expect(found.some((row) => row.Call === 'imap' && Number(row.Held) > 0)).toBe(true);
  expect(found.some((row) => row.Call === 'imap_unordered' && Number(row.Held) > 0)).toBe(false);
  expect(of('imap_unordered', '12')?.['Delivered in']).toBe('both orders');
  // Its runs are runs like any other: the timeline has the last one.
  // The focus is on a radio button, which has no use for letters.
  await app.page.keyboard.press('Shift+L');
  await expect(app.page.getByTestId('header-name')).toHaveText('Pool, the workhorse');
  await expect(app.lanes.locator('li')).toHaveCount(2);
});

test('the race is read by keyboard, stopped, and says what is wrong', async () => {
  app = await PoolscopeApp.start({ scenario: headOfLine });
  const { page } = app;
  await page.keyboard.press('Shift+L');
  await race().getByLabel('Chunk sizes').fill('1, some');
  await expect(race().getByRole('alert')).toContainText('Chunk sizes: expected a whole number');
  await race().getByRole('button', { name: '1 to all' }).click();
  await expect(race().getByLabel('Chunk sizes')).toHaveValue('1, 2, 4, all');
  await race().getByLabel('Chunk sizes').fill('1');
  await race().getByRole('checkbox', { name: 'apply_async' }).uncheck({ force: true });
  await race().getByRole('button', { name: 'Run the race' }).click();
  await expect(race().getByRole('status')).toHaveText(/^First result soonest: imap_unordered/, { timeout: 60_000 });

  const picture = race().getByRole('application', { name: 'Picture of the race' });
  await picture.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(race().getByRole('tooltip')).toContainText('Task #1 of 8, map, chunk size 1');
  await expect(race().getByRole('tooltip')).toContainText('Was held for');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(race().getByRole('tooltip')).toContainText('Task #1 of 8, imap_unordered, chunk size 1');
  await expect(race().getByRole('tooltip')).not.toContainText('Was held');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(race().getByRole('tooltip')).toBeHidden();

  await race().getByRole('button', { name: 'Run the race' }).click();
  await expect(race().getByRole('status')).toHaveText(/^Running: heat 2 of 3/, { timeout: 60_000 });
  await race().getByRole('button', { name: 'Stop the race' }).click();
  await expect(race().getByRole('button', { name: 'Run the race' })).toBeEnabled();
  await figures();
  expect(await violations(page)).toEqual([]);
});

test('while a race runs no other lab begins, and Stop in the header stops all of it', async () => {
  app = await PoolscopeApp.start({ scenario: headOfLine });
  const { page } = app;
  await page.keyboard.press('Shift+L');
  await race().getByLabel('Rounds').fill('20');
  await race().getByRole('button', { name: 'Run the race' }).click();
  await expect(race().getByRole('status')).toHaveText(/^Running: heat 2 of/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Labs', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Four worlds/ }).click();
  const worlds = page.getByRole('region', { name: 'Lab: Four worlds' });
  await expect(page.getByTestId('header-name')).toHaveText('Four worlds');
  await expect(worlds.getByRole('button', { name: 'Run the race' })).toBeDisabled();
  await page.getByRole('button', { name: /^Stop: finish what runs/ }).click();
  await expect(worlds.getByRole('button', { name: 'Run the race' })).toBeEnabled({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Labs', exact: true }).click();
  await page.getByRole('menuitem', { name: /^API race/ }).click();
  await expect(race().getByRole('status')).toHaveText(/^First result soonest: /);
  await expect(race().getByRole('button', { name: 'Run the race' })).toBeEnabled();
});

test('the app ends while a race runs, and leaves no process behind', async () => {
  app = await PoolscopeApp.start({ scenario: headOfLine });
  await app.page.keyboard.press('Shift+L');
  await race().getByLabel('Rounds').fill('20');
  await race().getByRole('button', { name: 'Run the race' }).click();
  await expect(race().getByRole('status')).toHaveText(/^Running: heat 2 of/, { timeout: 60_000 });
  // The app is closed after each test, which waits for all of its processes to be gone.
});

test('what a race came to is saved as a table with its methods, and as a picture', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'poolscope-race-'));
  app = await PoolscopeApp.start({ scenario: headOfLine });
  await app.page.keyboard.press('Shift+L');
  await race().getByLabel('Chunk sizes').fill('1');
  await race().getByLabel('Rounds').fill('2');
  await app.page.getByRole('button', { name: /^Run Space/ }).click();
  await expect(race().getByRole('status')).toHaveText(/^First result soonest/, { timeout: 60_000 });
  for (const [format, item] of [
    ['json', 'Table and scenario as JSON'],
    ['svg', 'Picture as SVG'],
  ] as const) {
    const filePath = join(folder, `race.${format}`);
    await app.saveAs(filePath);
    await race().getByRole('button', { name: 'Export results…' }).click();
    await app.page.getByRole('menuitem', { name: item }).click();
    await expect(app.page.getByText(`Exported to ${filePath}`)).toBeVisible();
  }
  const table = JSON.parse(readFileSync(join(folder, 'race.json'), 'utf8'));
  expect(table.rows).toHaveLength(8);
  expect(table.rows.map(({ round }: { round: number }) => round)).toEqual([1, 2, 1, 2, 1, 2, 1, 2]);
  expect(table.scenario.input.items).toEqual(headOfLine.input.items);
  expect(table.scenario.lab).toMatchObject({ name: 'api-race', chunksizes: [1], rounds: 2 });
  for (const { kind, method } of table.columns) {
    expect(['given', 'measured', 'derived']).toContain(kind);
    expect(method).toMatch(/\.$/);
  }
  const picture = readFileSync(join(folder, 'race.svg'), 'utf8');
  expect(picture).toContain('imap_unordered, chunk size 1');
  const parsed = await app.page.evaluate(
    (svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror') === null,
    picture,
  );
  expect(parsed).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});
