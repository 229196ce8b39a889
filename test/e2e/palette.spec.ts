import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => app.close());

const waiting = {
  name: 'Waiting',
  pool: { processes: 2 },
  workload: { name: 'sleep' as const },
  input: { generate: { count: 4, mean: 5 } },
};

test('the palette finds a command by its words, runs it, and gives the focus back', async () => {
  app = await PoolscopeApp.start({ scenario: waiting });
  const { page } = app;
  const timeline = page.getByRole('application');
  await timeline.focus();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('option', { name: /Show the whole run/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.type('nothing of the kind');
  await expect(palette.getByText('No command has these words.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(timeline).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('stop what runs');
  await page.keyboard.press('Enter');
  expect(await app.ended()).toContain('4 of 4');
  await expect(timeline).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('these keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(timeline).toBeFocused();
  expect(app.pageErrors).toEqual([]);
});

test('it opens from its button, and a theme chosen in it stays', async () => {
  app = await PoolscopeApp.start({ scenario: waiting });
  const { page } = app;
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.keyboard.type('dark');
  await page.getByRole('option', { name: 'Theme: dark' }).click();
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
});
