/** The charts beside the timeline: every one, its table, and the selection that links them with the timeline. */
import { expect, type Locator, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

const TASKS = 36;
const scenario = {
  name: 'Charts',
  pool: { processes: 2 },
  call: { method: 'imap' as const, chunksize: 1 },
  workload: { name: 'sum-of-squares' as const },
  input: { generate: { count: TASKS, distribution: 'uniform' as const, mean: 3_000_000, spread: 0.9 } },
  payload: { kind: 'numbers' as const, bytes: 20_000, resultBytes: 500 },
};

const CHARTS = [
  { id: 'phases', name: 'Phases', table: /^How long each phase took/ },
  { id: 'busy', name: 'Busy share', table: /^What each worker did/ },
  { id: 'flow', name: 'Throughput', table: /^Results and queued tasks/ },
  { id: 'sizes', name: 'Size and time', table: /^Sizes and times of 36 tasks/ },
  { id: 'gantt', name: 'Tasks over time', table: /^Times of 36 tasks/ },
] as const;

const choice = (name: string): Locator => app.page.getByRole('radio', { name, exact: true });
const chart = (id: string): Locator => app.page.getByTestId(`chart-${id}`);
const timeline = (): Locator => app.page.getByRole('application', { name: 'Timeline of tasks' });
const taskShown = (): Locator => app.page.getByRole('region', { name: /^Task \d/ });

async function runAndOpen(): Promise<void> {
  app = await PoolscopeApp.start({ scenario });
  await app.page.getByRole('tab', { name: 'Charts' }).click();
  await expect(app.page.getByText('Charts of the run appear here')).toBeVisible();
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 36 of 36/);
  await expect(chart('phases')).toBeVisible();
}

test('arrow keys go through the charts, each with its marks, and each has a table', async () => {
  await runAndOpen();
  const { page } = app;
  await choice('Phases').focus();
  for (const { id, name } of CHARTS) {
    await expect(choice(name)).toBeFocused();
    await expect(choice(name)).toBeChecked();
    await expect(chart(id)).toBeVisible();
    expect(Number(await chart(id).getAttribute('data-marks'))).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
  }
  await expect(choice('All')).toBeChecked();
  for (const { id } of CHARTS) await expect(chart(id)).toBeAttached();

  await page.getByRole('switch', { name: 'As a table' }).click();
  for (const { id, name, table } of CHARTS) {
    await choice(name).click();
    const shown = page.locator(`[data-chart=${id}]`).locator('table').first();
    await expect(shown).toHaveAccessibleName(table);
    expect(await shown.getByRole('row').count()).toBeGreaterThan(2);
  }
  expect(app.pageErrors).toEqual([]);
});

test('what is selected on the timeline is marked in every chart, and what is chosen in a chart is selected', async () => {
  await runAndOpen();
  const { page } = app;
  await timeline().focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect(taskShown()).toBeVisible();
  const first = await taskShown().getAttribute('aria-label');
  for (const { id, name } of CHARTS) {
    await choice(name).click();
    // Points are drawn on a canvas, which cannot be read.
    if (id !== 'sizes') await expect(chart(id).locator('.chart-flag').first()).toBeVisible();
  }

  // By mouse: the last task of the chart of tasks.
  await choice('Tasks over time').click();
  const box = await chart('gantt').boundingBox();
  if (box === null) throw new Error('the chart is not visible');
  await chart('gantt').click({ position: { x: box.width / 2, y: box.height - 22 } });
  await expect(page.getByRole('region', { name: `Task ${TASKS - 1}` })).toBeVisible();
  expect(first).not.toBe(`Task ${TASKS - 1}`);

  // By keyboard: a bar of the histograms, then all of its tasks as a search.
  await choice('Phases').click();
  await chart('phases').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('chart-tip')).toHaveText(/^queue wait, .*: \d+ tasks?$/);
  await page.keyboard.press('Enter');
  const selected = chart('phases').locator('[data-phase="queueWait"] .chart-flag');
  const text = (await page.getByTestId('chart-tip').textContent()) ?? '';
  await expect(selected).toHaveCount(Number(/(\d+) tasks?$/.exec(text)?.[1]));
  await page.getByRole('button', { name: `Find all: ${text}` }).click();
  await expect(page.getByRole('combobox', { name: 'Search tasks' })).toHaveValue(/^queue/);
  expect(app.pageErrors).toEqual([]);
});

test('a command brings a chart to the front from wherever one is', async () => {
  app = await PoolscopeApp.start({ scenario });
  const { page } = app;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('each task was where');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Charts' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Space');
  expect(await app.ended()).toMatch(/^Finished: 36 of 36/);
  await expect(chart('gantt')).toBeVisible();
  expect(app.pageErrors).toEqual([]);
});

test('a range of the timeline restricts the charts, and charts over time can follow the timeline', async () => {
  await runAndOpen();
  const { page } = app;
  await choice('Throughput').click();
  const title = page.locator('[data-chart=flow] h3');
  await expect(title).toHaveText(/the whole run$/);
  await page.getByRole('switch', { name: 'As timeline' }).click();
  await expect(title).toHaveText(/as the timeline shows$/);

  const box = await timeline().boundingBox();
  if (box === null) throw new Error('the timeline is not visible');
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + box.width * 0.9, box.y + 120);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.95, box.y + 120, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(title).toHaveText(/s to .*s/);
  await choice('Tasks over time').click();
  await expect(page.locator('[data-chart=gantt] h3')).toHaveText(/s to .*s/);
  await expect.poll(async () => Number(await chart('gantt').getAttribute('data-marks'))).toBeLessThan(TASKS);
  expect(app.pageErrors).toEqual([]);
});

test('the tabs scroll where they do not fit, and arrow keys bring each into view', async () => {
  app = await PoolscopeApp.start({ scenario });
  await app.resize(1024, 640);
  const { page } = app;
  const tabs = page.getByRole('tablist', { name: 'Panels of the run' }).getByRole('tab');
  await tabs.first().focus();
  for (let tab = 0; tab < (await tabs.count()); tab++) {
    await expect(tabs.nth(tab)).toBeFocused();
    await expect(tabs.nth(tab)).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('ArrowRight');
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any chart or table in ${colorScheme}`, async () => {
    await runAndOpen();
    await app.page.emulateMedia({ colorScheme });
    await choice('All').click();
    expect(await violations(app.page)).toEqual([]);
    await app.page.getByRole('switch', { name: 'As a table' }).click();
    expect(await violations(app.page)).toEqual([]);
  });
}
