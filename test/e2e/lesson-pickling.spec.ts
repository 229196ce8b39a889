import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { isAlive } from './processes';
import { violations } from './violations';

let app: PoolscopeApp;
const openLesson = async (): Promise<void> => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'pickling'] });
};
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

/** Out and back, as a cell has them on two lines. */
async function figures(label: string): Promise<readonly string[]> {
  const table = app.page.getByRole('table', { name: 'Runs of this lesson' });
  const headings = await table.getByRole('columnheader').allTextContents();
  const cell = table.locator('.lesson-run').first().locator('.lesson-figure').nth(headings.indexOf(label));
  return ((await cell.textContent()) ?? '').split('\n');
}

/** `1,234 µs` in µs. */
const micros = (text = ''): number => Number(text.replace(/[^0-9.]/g, ''));

async function run(rows: number, ...choices: string[]): Promise<void> {
  for (const name of choices) await app.page.getByRole('radio', { name, exact: true }).check({ force: true });
  await app.page.getByRole('button', { name: 'Run it Space' }).click();
  const table = app.page.getByRole('table', { name: 'Runs of this lesson' });
  await expect(table.getByRole('row')).toHaveCount(2 * rows + 1, { timeout: 60_000 });
}

test('a larger argument crosses in full and takes longer; a result as large comes back in full, too', async () => {
  await openLesson();
  await run(1, 'Nothing');
  const nothing = await figures('Whole way, out and back');
  expect(micros(nothing[0])).toBeGreaterThan(0);
  await run(2, '16 MB', 'As large');
  expect(await figures('Bytes, out and back')).toEqual([
    expect.stringMatching(/^16\.0.MB$/),
    expect.stringMatching(/^16\.0.MB$/),
  ]);
  const large = await figures('Whole way, out and back');
  expect(micros(large[0])).toBeGreaterThan(micros(nothing[0]));
  expect(micros(large[1])).toBeGreaterThan(micros(nothing[1]));
  for (const part of ['dumps', 'In flight', 'loads']) {
    const [out, back] = await figures(`${part}, out and back`);
    expect(micros(out)).toBeGreaterThan(0);
    expect(micros(back)).toBeGreaterThan(0);
  }
  expect((await figures('Boundary'))[0]).toMatch(/^\d+.%$/);
  expect(await violations(app.page)).toEqual([]);
});

test('the gallery sends its values through a pool of its own, and is read by keyboard', async () => {
  await openLesson();
  const { page } = app;
  await page.getByRole('tab', { name: 'Code' }).focus();
  await page.keyboard.press('ArrowRight');
  const values = page.getByRole('tablist', { name: 'Values that are hard to pickle' });
  await expect(values.getByRole('tab').first()).toHaveAccessibleName(/^Lambda , here refused , in Python refused$/);
  const sent = page.getByText(/^Just now sent to process \d+ and back/);
  const pid = Number(/process (\d+)/.exec((await sent.textContent()) ?? '')?.[1]);
  expect(pid).not.toBe(app.mainPid);
  expect(isAlive(pid)).toBe(false);

  const here = page.getByRole('region', { name: 'Here, just now' });
  const python = page.getByRole('region', { name: /^Python 3\./ });
  await expect(here).toContainText('PicklingError: The argument cannot be pickled: (x) => x * 2 could not be cloned.');
  await expect(here).toContainText('MaybeEncodingError: The result cannot be pickled');
  await expect(python).toContainText("PicklingError: Can't pickle <function <lambda>");
  await values.getByRole('tab').first().focus();
  await page.keyboard.press('End');
  await expect(here).toContainText('Maximum call stack size exceeded');
  await expect(python).toContainText('the caller waits for ever');
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('tab', { name: /^Thread/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: /^Object of a class/ }).click();
  await expect(here).toContainText("Person { name: 'Ada' } became { name: 'Ada' }");
  await expect(python).toContainText("Person(name='Ada')");
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Send them again' }).press('Enter');
  await expect(page.getByText(`process ${pid} and back`)).toBeHidden();
  await expect(sent).toBeVisible();
});

test('the gallery waits for the end of a run, and says so', async () => {
  app = await PoolscopeApp.start({
    scenario: { workload: { name: 'sleep' }, input: { items: [600_000] }, pool: { processes: 1 } },
  });
  const { page } = app;
  await app.press('Run');
  await app.workersReady(1);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('gallery of what');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('A run is under way, and would be disturbed. Send them when it has ended.'),
  ).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Lambda , in Python refused' })).toBeVisible();
  await app.press('Kill');
  await expect(async () => {
    await page.getByRole('button', { name: 'Send them again' }).click();
    await expect(page.getByText(/^Just now sent to process \d+ and back/)).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 30_000 });
});
