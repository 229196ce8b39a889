/** The Forecast tab: what other workers and chunk sizes would have taken, a point put to the test, by keyboard and by mouse. */
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

/** 24 tasks that wait: four workers are about twice as fast as two, whatever else the machine does. */
const SLEEPERS = {
  name: 'Sleepers',
  pool: { processes: 2 },
  call: { method: 'map' as const, chunksize: 1 },
  workload: { name: 'sleep' as const },
  input: { items: new Array<number>(24).fill(40) },
};

const tab = () => app.page.getByRole('tab', { name: 'Forecast' });
const panel = () => app.page.getByTestId('forecast');
const workers = () => app.page.getByRole('textbox', { name: 'Workers' });
const chunksize = () => app.page.getByRole('textbox', { name: 'Chunk size' });
const points = (curve: 'workers' | 'chunksize') => app.page.getByTestId(`forecast-${curve}`).getByRole('button');

async function runIt(): Promise<void> {
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 24 of 24/);
}

test('a point is reached and used by keyboard alone, and the next run says how far off it was', async () => {
  app = await PoolscopeApp.start({ scenario: SLEEPERS });
  await tab().click();
  await expect(app.page.getByText('Once a run has ended, this is where')).toBeVisible();
  await runIt();
  await expect(panel()).toBeVisible();
  await expect(app.page.getByTestId('forecast-replay')).toHaveText(/^Replay of this run .* measured/);

  const measured = points('workers').and(app.page.locator('[data-workers="2"]'));
  await expect(measured).toHaveAccessibleName(/^Use 2 workers, chunk size 1: forecast .* this run: measured/);
  await expect(points('workers').and(app.page.locator('[tabindex="0"]'))).toHaveCount(1);
  await measured.focus();
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('ArrowRight');
  const four = points('workers').and(app.page.locator('[data-workers="4"]'));
  await expect(four).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('The scenario has 4 workers, chunk size 1 now.')).toBeVisible();
  await expect(workers()).toHaveValue('4');
  await expect(chunksize()).toHaveValue('1');

  await runIt();
  await expect(app.page.getByTestId('forecast-check')).toHaveText(
    /^Forecast .*, measured .*: (within half a percent|[\d.,]+\s%\stoo (low|high))\.$/,
  );
  expect(app.pageErrors).toEqual([]);
});

test('a point is used by a click and taken back by Undo; the table holds the same points', async () => {
  app = await PoolscopeApp.start({ scenario: SLEEPERS });
  await tab().click();
  await runIt();
  await points('chunksize').and(app.page.locator('[data-chunksize="4"]')).click();
  await expect(chunksize()).toHaveValue('4');
  await expect(workers()).toHaveValue('2');
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect(chunksize()).toHaveValue('1');

  const grid = app.page.getByTestId('forecast-grid');
  await grid.getByRole('button', { name: /^Use 2 workers, chunk size 1: .* this run: measured/ }).focus();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('ArrowRight');
  await expect(
    grid.getByRole('button', { name: /^Use [3-9] workers, chunk size [2-9]/ }).and(app.page.locator(':focus')),
  ).toHaveCount(1);
  await app.page.keyboard.press('Enter');
  await expect(chunksize()).not.toHaveValue('1');
  await expect(workers()).not.toHaveValue('2');

  await app.page.getByRole('button', { name: 'Show as table' }).click();
  const table = app.page.getByRole('table', { name: 'Forecast wall time by workers and chunk size' });
  await expect(table.getByRole('row', { name: /^2 1 .* the run as it was/ })).toHaveCount(1);
  await table.getByRole('button', { name: 'Use 3 workers, chunk size 1' }).click();
  await expect(workers()).toHaveValue('3');
  await app.page.getByRole('button', { name: 'Show as charts' }).click();
  await expect(points('workers').first()).toBeVisible();
});

test('a plain loop has no forecast, and says why', async () => {
  app = await PoolscopeApp.start({ scenario: { ...SLEEPERS, engine: 'serial', input: { items: [5, 5, 5] } } });
  await tab().click();
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 3 of 3/);
  await expect(app.page.getByText('A plain loop schedules nothing, so there is nothing to replay')).toBeVisible();
  await expect(panel()).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the curves, the grid and the table in ${colorScheme}`, async () => {
    app = await PoolscopeApp.start({ scenario: SLEEPERS });
    await app.page.emulateMedia({ colorScheme });
    await tab().click();
    await runIt();
    await expect(app.page.getByTestId('forecast-grid')).toBeVisible();
    expect(await violations(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Show as table' }).click();
    expect(await violations(app.page)).toEqual([]);
  });
}
