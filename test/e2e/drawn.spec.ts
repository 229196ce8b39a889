import { expect, type Locator, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const slider = (size: string): Locator =>
  app.page.getByRole('slider', { name: `Until it is there at ${size}`, exact: true });

async function run(size: string): Promise<void> {
  await app.page.getByRole('radio', { name: size, exact: true }).check({ force: true });
  await app.page.getByRole('button', { name: 'Run it Space' }).click();
}

test('a line is drawn by the pointer, and runs lay what they measure over it, one point after the other', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'pickling'] });
  const { page } = app;
  const surface = page.getByTestId('drawn-surface');
  await surface.scrollIntoViewIfNeeded();
  const box = await surface.boundingBox();
  if (box === null) throw new Error('There is nothing to draw on.');
  // From top left to bottom right: nobody's pickling is like that.
  await page.mouse.move(box.x + 70, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 10, box.y + box.height - 60, { steps: 4 });
  await page.mouse.up();
  await expect(slider('Nothing')).not.toHaveAttribute('aria-valuetext', 'not drawn yet');
  await expect(page.getByText('Now run it.')).toBeVisible();

  const gaps = page.getByRole('table', { name: 'Until it is there: what you drew and what was measured' });
  await run('64 MB');
  await expect(gaps.getByRole('row')).toHaveCount(2, { timeout: 60_000 });
  await expect(
    page.getByText(/^More than you drew\. One argument took .* costs more than the work it feeds\.$/),
  ).toBeVisible();
  await run('Nothing');
  await expect(gaps.getByRole('row')).toHaveCount(3, { timeout: 60_000 });
  await expect(page.getByText(/^Otherwise than you drew\. .* The work is worth the way\.$/)).toBeVisible();
  await expect(gaps.getByRole('row').nth(1)).toContainText('Nothing');
  await expect(page.getByText('2 of 5 points are measured.')).toBeVisible();
  // What is known is not drawn any more.
  await expect(page.getByRole('slider', { name: /^Until it is there/ })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('the keyboard draws with one slider a point, and begins again', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'pickling'] });
  const { page } = app;
  await slider('Nothing').focus();
  await expect(slider('Nothing')).toHaveAttribute('aria-valuetext', 'not drawn yet');
  await page.keyboard.press('Home');
  await expect(slider('Nothing')).toHaveAttribute('aria-valuetext', /^10\.0\sµs$/);
  await expect(page.getByText('1 of 5 points are drawn. Draw the others too.')).toBeVisible();
  for (const size of ['64 KB', '1 MB', '16 MB', '64 MB']) {
    await page.keyboard.press('Tab');
    await expect(slider(size)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(slider(size)).not.toHaveAttribute('aria-valuetext', 'not drawn yet');
  }
  await page.keyboard.press('End');
  await expect(slider('64 MB')).toHaveAttribute('aria-valuetext', /^1\.00\ss$/);
  await expect(page.getByText('Now run it.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Draw again' }).press('Enter');
  await expect(slider('64 MB')).toHaveAttribute('aria-valuetext', 'not drawn yet');
});

test('where values are names bars are drawn, with no line between them, and a run fills its own', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'four-worlds'] });
  const { page } = app;
  const said = page.getByTestId('drawn-bar-said');
  for (const world of ['Loop', 'Locked', 'Threads', 'Processes', 'Async']) {
    await page.getByRole('slider', { name: `Wall time of ${world}`, exact: true }).press('ArrowDown');
  }
  await expect(said).toHaveCount(5);
  await expect(page.getByTestId('drawn-surface').locator('.drawn-line-said')).toHaveCount(0);
  await page.getByRole('button', { name: 'Run it Space' }).click();
  await expect(page.getByText('1 of 5 bars are measured.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId('drawn-bar-truth')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});
