import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { ROOT } from './command-line';
import { PoolscopeApp } from './poolscope-app';
import { allGone, descendants } from './processes';
import { violations } from './violations';

const filesOf = (userData: string): string[] => {
  const folder = join(userData, 'recordings');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const sessions = (userData: string): string[] => filesOf(userData).filter((name) => name.endsWith('.poolscope'));
const part = (userData: string): string => filesOf(userData).find((name) => name.endsWith('.part')) ?? '';

const short = {
  name: 'Short one',
  pool: { processes: 2 },
  workload: { name: 'sum-of-squares' },
  input: { generate: { count: 12, mean: 10_000 } },
} as const;
const long = {
  name: 'Cut off',
  pool: { processes: 2 },
  call: { method: 'imap' },
  workload: { name: 'sleep' },
  input: { generate: { count: 5000, mean: 20 } },
} as const;

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Recordings' });
const rowsShown = async (app: PoolscopeApp): Promise<number> => Number(await app.lanes.getAttribute('data-rows'));

test('a run is listed when it has ended, opens with Enter, and keeps what is written on it', async () => {
  const app = await PoolscopeApp.start({ scenario: short });
  const { page, userData } = app;
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await expect(dialogOf(page).getByText(/Runs will stand here/)).toBeVisible();
  await expect(dialogOf(page).getByRole('searchbox')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await app.press('Run');
  await app.ended();
  await expect.poll(() => filesOf(userData).filter((name) => name.endsWith('.png'))).toHaveLength(1);
  await expect.poll(() => sessions(userData)).toHaveLength(1);
  await page.getByRole('button', { name: 'Recordings' }).click();
  const recording = dialogOf(page).getByRole('button', { name: /^Short one .*12 tasks · finished/ });
  await expect(recording).toBeVisible();
  await expect(dialogOf(page).locator('img')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);

  // By keyboard: found by name, opened from the search, a note written on it.
  await dialogOf(page).getByRole('searchbox').fill('nothing of the kind');
  await expect(dialogOf(page).getByText(/No recording matches/)).toBeVisible();
  await dialogOf(page).getByRole('searchbox').fill('short fin');
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toBeHidden();
  await expect.poll(() => rowsShown(app)).toBe(12);
  await app.lanes.evaluate(() => document.querySelector<HTMLElement>('.timeline-canvas')?.focus());
  await page.keyboard.press('N');
  await page.getByRole('textbox', { name: /note/i }).fill('The first chunk');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Notes' }).getByText('The first chunk')).toBeVisible();
  const path = join(userData, 'recordings', sessions(userData)[0] ?? '');
  const size = statSync(path).size;
  await expect.poll(() => statSync(path).size).not.toBe(size);

  // Opened once more it has the note.
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await page.keyboard.press('ArrowDown');
  await expect(recording).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toBeHidden();
  await expect(page.getByRole('region', { name: 'Notes' }).getByText('The first chunk')).toBeVisible();

  // Kept, then deleted after a question.
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await dialogOf(page)
    .getByRole('button', { name: /^Keep: / })
    .click();
  await expect(dialogOf(page).getByRole('button', { name: /^Keep: / })).toHaveAttribute('aria-pressed', 'true');
  await recording.focus();
  await page.keyboard.press('Delete');
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(recording).toBeFocused();
  await page.keyboard.press('Delete');
  await dialogOf(page).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(recording).toHaveCount(0);
  expect(filesOf(userData)).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

test('kill -9 in the middle of a run costs no more than its last second', async () => {
  const app = await PoolscopeApp.start({ scenario: long });
  const { userData } = app;
  await app.press('Run');
  // Several flushes: there is something to read.
  await expect
    .poll(() => (part(userData) === '' ? 0 : statSync(join(userData, 'recordings', part(userData))).size))
    .toBeGreaterThan(60_000);
  const processes = [app.mainPid, ...descendants(app.mainPid)];
  process.kill(app.mainPid, 'SIGKILL');
  await allGone(processes);
  expect(sessions(userData)).toEqual([]);

  const old = join(ROOT, 'test', 'fixtures', 'sessions', 'v1.poolscope');
  const again = await PoolscopeApp.startIn(userData, old);
  await expect(again.page.getByText(/The recording of “Cut off” was cut off/)).toBeVisible();
  expect(sessions(userData)).toHaveLength(1);
  expect(part(userData)).toBe('');
  await again.page.keyboard.press('ControlOrMeta+Shift+O');
  const elsewhere = dialogOf(again.page).getByRole('region', { name: 'Opened from elsewhere' });
  await expect(elsewhere.getByRole('button', { name: /^v1\.poolscope/ })).toBeVisible();
  expect(await violations(again.page)).toEqual([]);
  const recording = dialogOf(again.page).getByRole('button', { name: /^Cut off .*cut off .*Recovered\. Ends at/ });
  await recording.click();
  await expect.poll(() => rowsShown(again)).toBeGreaterThan(50);
  expect(again.pageErrors).toEqual([]);
  await again.close();
});
