import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

/** Width of the labels beside the lanes. */
const GUTTER = 168;

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

const scenario = {
  name: 'Naps',
  pool: { processes: 2 },
  call: { chunksize: 1 },
  workload: { name: 'sleep' as const },
  input: { items: [60, 50, 90, 60, 50, 60] },
};

async function finished(): Promise<Page> {
  app = await PoolscopeApp.start({ scenario });
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 6 of 6/);
  return app.page;
}

const titles = (page: Page): Promise<string[]> =>
  page
    .getByLabel(/^Title of chapter/)
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

test('chapters are drafted, edited, deleted and brought back by keyboard, and replay stops where they say', async () => {
  const page = await finished();
  await page.keyboard.press('k');
  const title = page.getByLabel('Title of chapter 1');
  await expect(title).toBeFocused();
  await page.keyboard.type('In the middle');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Go to chapter 1: In the middle' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete chapter 1' }).press('Enter');
  await expect(title).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(() => titles(page)).toEqual(['In the middle']);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Suggest chapters' }).press('Enter');
  await expect.poll(() => titles(page)).toEqual(expect.arrayContaining(['The call: map', 'The longest task']));
  const call = (await titles(page)).indexOf('The call: map') + 1;
  const middle = (await titles(page)).indexOf('In the middle') + 1;
  const pause = page.getByRole('button', { name: `Pause at chapter ${middle}`, exact: true });
  await expect(pause).toHaveAttribute('aria-pressed', 'true');
  await pause.press('Enter');
  await expect(pause).toHaveAttribute('aria-pressed', 'false');
  const caption = page.getByLabel(`Caption of chapter ${call}`, { exact: true });
  await caption.fill('Six naps for two workers.');
  await caption.press('Enter');

  // From the boot to the call: there it stands still, with its caption, until it is told to go on.
  await page.keyboard.press('p');
  const told = page.getByTestId('caption');
  await expect(told).toContainText('Six naps for two workers.');
  const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const shown = await timeline.getAttribute('data-replayed-ms');
  await page.keyboard.press('PageDown');
  await expect(timeline).not.toHaveAttribute('data-replayed-ms', shown ?? '');
  await page.keyboard.press('PageUp');
  await expect(timeline).toHaveAttribute('data-replayed-ms', shown ?? '');
  await page.keyboard.press('p');
  await expect(told).not.toContainText('Six naps for two workers.');
  expect(app.pageErrors).toEqual([]);
});

test('what is typed into a chapter stays while replay plays on', async () => {
  const page = await finished();
  const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  const shown = (): Promise<string | null> => timeline.getAttribute('data-replayed-ms');
  // Over and over, so that it plays until it is paused.
  await page.getByRole('button', { name: 'Pause at chapter 1' }).click();
  await timeline.focus();
  await page.keyboard.press('r');
  const caption = page.getByRole('textbox', { name: 'Caption of chapter 1' });
  await caption.fill('Typed while it plays');
  for (let moves = 0; moves < 4; moves++) {
    const before = await shown();
    await expect.poll(shown).not.toBe(before);
  }
  // The list marks the chapter under way: it is drawn again each time that comes and goes.
  await expect(page.locator('.chapter[aria-current=step]')).toHaveCount(0);
  await expect(page.locator('.chapter[aria-current=step]')).toHaveCount(1);
  await expect(caption).toHaveValue('Typed while it plays');
  await caption.press('Enter');
  await expect(caption).toHaveValue('Typed while it plays');
  expect(app.pageErrors).toEqual([]);
});

test('presenter mode shows the run large and nothing else, and the window is as it was afterwards', async () => {
  const page = await finished();
  await app.resize(1280, 720);
  const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const figures = page.getByLabel('Figures of the run');
  await page.getByLabel('Chunk size').focus();
  const places = async () => [await inspector.boundingBox(), await timeline.boundingBox(), await figures.boundingBox()];
  const before = await places();

  await page.getByRole('button', { name: 'Presenter mode' }).click();
  await expect(inspector).toBeHidden();
  await expect(page.getByLabel('Chunk size')).toBeHidden();
  await expect(figures).toBeVisible();
  await expect(timeline).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('w');
  await expect(page.getByTestId('presenter-keys')).toHaveText('WZoom in');
  expect(await violations(page)).toEqual([]);

  // Enlarged, the pointer still finds what it points at.
  const box = await timeline.boundingBox();
  const lanesTop = Number(await timeline.getAttribute('data-lanes-top'));
  const zoom = await timeline.evaluate((element) => element.currentCSSZoom);
  expect(zoom).toBeCloseTo(1.4, 3);
  await page.keyboard.press('f');
  const at = async (name: string): Promise<number> => Number(await timeline.getAttribute(name));
  // Halfway through the call every worker is at a task. The whole run has a hundredth of air before it and three after.
  const [start, end] = [await at('data-start-ms'), await at('data-end-ms')];
  const wallMs = Number.parseFloat((await figures.locator('dd').first().textContent()) ?? '');
  const share = ((end - start) / 1.04 - wallMs / 2 - start) / (end - start);
  const plot = (box?.width ?? 0) - GUTTER * zoom;
  await page.mouse.click((box?.x ?? 0) + GUTTER * zoom + share * plot, (box?.y ?? 0) + (lanesTop + 14) * zoom);

  await page.keyboard.press('t');
  await page.mouse.move(600, 300);
  const light = page.getByTestId('presenter-light');
  await expect(light).toHaveAttribute('data-lit', 'true');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('show or hide the inspector');
  await page.keyboard.press('Enter');
  await expect(inspector).toBeVisible();
  await expect(inspector).toContainText(/Task #\d/);

  // What is selected is let go of first, one thing at a time.
  for (let presses = 0; presses < 5 && (await light.isVisible()); presses++) await page.keyboard.press('Escape');
  await expect(light).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(places).toEqual(before);
  const saved = (): { presenter?: object } => JSON.parse(readFileSync(join(app.userData, 'settings.json'), 'utf8'));
  await expect.poll(() => saved().presenter).toEqual({ spotlight: true, keys: true });
  expect(app.pageErrors).toEqual([]);
});
