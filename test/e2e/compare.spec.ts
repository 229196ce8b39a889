import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => app.close());

const waiting = {
  name: 'Waiting',
  pool: { processes: 2 },
  call: { method: 'imap' as const },
  workload: { name: 'sleep' as const },
  input: { generate: { count: 12, mean: 20 } },
};

const timelines = () => app.page.locator('.timeline-scroller');
const caption = (run: 'A' | 'B') => app.page.locator(`.run-caption[data-run=${run}]`);
const figure = (id: string) => app.page.locator(`[data-testid=compare-table] tr[data-figure="${id}"]`);
const viewOf = async (place: number): Promise<number[]> => {
  const { startMs, endMs } = await timelines()
    .nth(place)
    .evaluate((element) => ({ ...(element as HTMLElement).dataset }));
  return [startMs, endMs].map((ms) => Math.round(Number(ms) * 1000) / 1000);
};

async function openTab(): Promise<void> {
  await app.page.getByRole('tab', { name: 'Compare' }).click();
}

test('a run is kept beside the next one, on one stretch of time, and what differs stands in figures and fields', async () => {
  app = await PoolscopeApp.start({ scenario: waiting });
  const { page } = app;
  await openTab();
  await expect(page.getByText('Two runs side by side, on aligned clocks')).toBeVisible();
  await app.press('Run');
  await app.ended();
  await page.keyboard.press('v');
  await expect(caption('B')).toContainText('Waiting');
  await expect(caption('A')).toContainText('The next run');
  await expect(page.getByText('B is kept. The next run is A')).toBeVisible();

  await page.locator('#field-pool-processes').fill('8');
  await app.press('Run');
  await app.ended();
  await expect(caption('A')).toContainText('8 workers');
  await expect(caption('B')).toContainText('2 workers');
  await expect(page.getByTestId('compare-sentence')).toContainText('less than B');
  await expect(figure('wall')).toHaveAttribute('data-verdict', 'unknown');
  await expect(figure('busy.7')).toHaveCount(1);
  const fields = page.getByRole('table', { name: 'Fields that differ' }).getByRole('row');
  await expect(fields).toHaveCount(2);
  await expect(fields.last()).toHaveText('Workers82');

  // Zero of both is the call; whichever is moved, both go.
  await expect(async () => expect(await viewOf(0)).toEqual(await viewOf(1))).toPass();
  const widths = await timelines().evaluateAll((all) => all.map((element) => element.clientWidth));
  expect(widths[0], 'plots are equally wide, though one has more lanes than fit').toBe(widths[1]);
  const whole = await viewOf(0);
  await timelines().nth(1).focus();
  await page.keyboard.press('w');
  await expect(async () => {
    expect((await viewOf(0))[0]).toBeGreaterThan(whole[0] ?? 0);
    expect(await viewOf(1)).toEqual(await viewOf(0));
  }).toPass();
  await page.keyboard.press('f');

  // A task of B is told of as one of B, and compared with the same task of A.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('spoken-beside')).toContainText('Run B. Task 0');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('region', { name: 'Task 0 of run B' }).getByRole('columnheader', { name: 'A − B' }),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('Shift+V');
  await expect(timelines()).toHaveCount(1);
  await expect(caption('B')).toContainText('Slot by slot below A');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Shift+V');
  await page.keyboard.press('v');
  await expect(caption('B')).toHaveCount(0);
  await expect(timelines()).toHaveCount(1);
  expect(app.pageErrors).toEqual([]);
});

test('a run is run again next to itself, whatever the form says, and repeated to know its noise', async () => {
  app = await PoolscopeApp.start({ scenario: waiting });
  const { page } = app;
  await app.press('Run');
  await app.ended();
  await page.locator('#field-pool-processes').fill('3');
  await openTab();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(caption('B')).toBeVisible();
  await app.ended();
  await expect(caption('A')).toContainText('2 workers');
  await expect(page.locator('#field-pool-processes')).toHaveValue('3');
  await expect(page.getByText('Both ran the same scenario with the same seed.')).toBeVisible();

  await page.getByLabel('Times').fill('3');
  await page.getByLabel('Times').press('Enter');
  await expect(page.getByRole('log', { name: 'How the repeated runs stand' })).toHaveText('3 runs made.', {
    timeout: 60_000,
  });
  await expect(figure('wall')).toHaveAttribute('data-verdict', 'few');
  await page.getByLabel('Times').fill('5');
  await page.getByRole('button', { name: 'Run each 5 times' }).click();
  await expect(page.getByRole('log', { name: 'How the repeated runs stand' })).toHaveText('5 runs made.', {
    timeout: 60_000,
  });
  await expect(figure('wall')).toHaveAttribute('data-verdict', /^(real|noise|same)$/);
  await expect(figure('wall').getByRole('img')).toHaveAccessibleName(/^5 runs, median/);
  await page.getByText('How is noise told?').click();
  await expect(page.getByText('four times the spread')).toBeVisible();
  // The timeline went on showing the two runs.
  await expect(caption('A')).toContainText('Waiting');
  expect(await violations(page)).toEqual([]);
  expect(app.pageErrors).toEqual([]);
});

test('repeating can be cancelled, and a wrong number is not taken', async () => {
  app = await PoolscopeApp.start({ scenario: { ...waiting, input: { generate: { count: 40, mean: 100 } } } });
  const { page } = app;
  await openTab();
  await page.getByLabel('Times').fill('1');
  await expect(page.getByText('Times: expected a whole number from 2 to 50.')).toBeVisible();
  await page.getByLabel('Times').fill('20');
  await page.getByRole('button', { name: 'Repeat 20 times' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^Cancelled after \d+ of 21 runs\.$/)).toBeVisible();
  await app.press('Run');
  await app.ended();
});
