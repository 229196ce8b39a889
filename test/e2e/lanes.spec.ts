import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

const scenario = {
  name: 'Lanes',
  pool: { processes: 3 },
  call: { chunksize: 2 },
  workload: { name: 'sleep' as const },
  input: { items: [20, 40, 20, 60, 20, 30, 40, 20, 50, 20, 30, 40] },
};

/** From the top of the canvas to the first lane: axis, caller, queue. */
const LANES_TOP = 100;

async function finished(): Promise<{ page: Page; timeline: Locator; keys: () => Promise<string[]> }> {
  app = await PoolscopeApp.start({ scenario });
  await app.press('Run');
  await app.ended();
  const { page } = app;
  const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
  await timeline.focus();
  const items = app.lanes.locator('li[data-key]');
  const keys = (): Promise<string[]> =>
    items.evaluateAll((all) => all.map((item) => (item as HTMLElement).dataset.key ?? ''));
  return { page, timeline, keys };
}

/** A point on the label of a lane, all lanes being of normal height. */
async function onLabel(timeline: Locator, position: number, atY = 14): Promise<{ x: number; y: number }> {
  const box = await timeline.boundingBox();
  if (box === null) throw new Error('the timeline is not visible');
  return { x: box.x + 60, y: box.y + LANES_TOP + position * 28 + atY };
}

test('lanes are grouped by worker, slot and chunk, by key and by menu; the choice is kept', async () => {
  const { page } = await finished();
  await expect(app.lanes).toHaveAttribute('data-lanes', '3');
  await page.keyboard.press('g');
  await expect(app.lanes).toHaveAttribute('data-group', 'slot');
  await expect(app.lanes.locator('li[data-processes="1"]')).toHaveCount(3);
  await page.keyboard.press('g');
  await expect(app.lanes.locator('li[data-sum-chunks="6"]')).toHaveText(/^6 chunks in all, at most \d/);
  await page.getByRole('button', { name: 'View of the lanes' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'chunk' }).first()).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'outcome' }).click();
  await expect(page.getByTestId('legend').first()).toContainText('completed');
  await expect(page.getByTestId('spoken-lanes')).toHaveText('Colours by outcome');
  await page.keyboard.press('h');
  const settings = join(app.userData, 'settings.json');
  await expect
    .poll(() => JSON.parse(readFileSync(settings, 'utf8')).lanes)
    .toEqual({ groupBy: 'chunk', colourBy: 'outcome', laneSize: 'presenter', truth: true });
  await app.electron.close();
  app = await PoolscopeApp.startIn(app.userData);
  await expect(app.lanes).toHaveAttribute('data-group', 'chunk');
  await expect(app.page.getByTestId('legend').first()).toContainText('completed');
});

test('a lane is moved, collapsed and shown alone by keyboard', async () => {
  const { page, keys } = await finished();
  expect(await keys()).toEqual(['0', '1', '2']);
  // The first arrow reaches a task of the first lane.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(keys).toEqual(['1', '0', '2']);
  await expect(page.getByTestId('spoken-lanes')).toHaveText(/^process \d+ is lane 2 of 3$/);
  await page.keyboard.press('Shift+C');
  await expect(app.lanes.locator('li[data-key="0"]')).toHaveAttribute('data-collapsed', 'true');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await menu.getByRole('menuitem', { name: 'Only this lane' }).press('Enter');
  await expect.poll(keys).toEqual(['0']);
  await page.getByRole('button', { name: 'View of the lanes' }).press('Enter');
  await page.getByRole('menuitem', { name: 'All lanes, as they come' }).press('Enter');
  await expect.poll(keys).toEqual(['0', '1', '2']);
});

test('a lane is moved, resized and collapsed by mouse on its label', async () => {
  const { page, timeline, keys } = await finished();
  const from = await onLabel(timeline, 0);
  const to = await onLabel(timeline, 2);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(keys).toEqual(['1', '2', '0']);
  await page.mouse.dblclick(from.x, from.y);
  await expect(app.lanes.locator('li[data-key="1"]')).toHaveAttribute('data-collapsed', 'true');
  await page.mouse.dblclick(from.x, from.y - 12);
  await expect(app.lanes.locator('li[data-key="1"]')).toHaveAttribute('data-collapsed', 'false');
  const border = await onLabel(timeline, 0, 27);
  await page.mouse.move(border.x, border.y);
  await page.mouse.down();
  await page.mouse.move(border.x, border.y + 40, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByTestId('spoken-lanes')).toHaveText(/^process \d+: 68 high$/);
  await page.mouse.click(from.x, from.y, { button: 'right' });
  await page.getByRole('menuitemradio', { name: 'as the others' }).click();
  await expect(page.getByTestId('spoken-lanes')).toHaveText(/: usual high$/);
});
