import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

/** Arguments so large that the workers wait while they are pickled and carried. */
const huge = {
  name: 'Huge arguments',
  pool: { processes: 2 },
  call: { chunksize: 1 },
  workload: { name: 'sleep' as const },
  input: { items: [60, 60, 60, 60, 60, 60] },
  payload: { kind: 'bytes' as const, bytes: 16 * 1024 * 1024 },
};
/** Tasks so short that pickling and messages are all there is. */
const tiny = {
  name: 'Tiny tasks',
  pool: { processes: 2 },
  call: { chunksize: 1 },
  workload: { name: 'sum-of-squares' as const },
  input: { generate: { count: 20_000, mean: 10 } },
};
const CARRIED = /pickling task \d, 16\.0\sMB|argument of task \d, 16\.0\sMB, was in flight/;

test('a click on a gap tells in one sentence why the worker was idle, and Show leads to what proves it', async () => {
  app = await PoolscopeApp.start({ scenario: huge });
  const { page } = app;
  await app.press('Run');
  await app.ended();
  const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
  const spoken = page.getByTestId('spoken-answer');
  const section = page.getByRole('region', { name: 'Why idle?' });
  // Where its gaps are depends on the machine: the keys find one, the pointer clicks it.
  await timeline.focus();
  for (let gap = 0; gap < 10 && !CARRIED.test((await spoken.textContent()) ?? ''); gap++) {
    const before = await spoken.textContent();
    await page.keyboard.press('y');
    await expect(spoken).not.toHaveText(before ?? '');
  }
  await expect(section).toContainText(CARRIED);
  await expect(spoken).toHaveText(CARRIED);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  const sentence = (await section.locator('p').first().textContent()) ?? '';

  await section.getByRole('button', { name: 'Show' }).click();
  await section.getByRole('button', { name: 'Ask no more' }).click();
  await expect(section).toHaveCount(0);
  const box = await timeline.boundingBox();
  const labels = 168;
  if (box === null) throw new Error('the timeline is not visible');
  // The gap and its proof fill the view; the middle of the first lane lies in the gap.
  const middle = { x: labels + (box.width - labels) / 2, y: 28 * 3.5 + 16 };
  await timeline.click({ position: middle });
  await expect(section).toContainText(sentence);
  await timeline.hover({ position: middle });
  await expect(page.getByRole('tooltip')).toHaveText(/idle for .*click to ask why/);

  await section.getByRole('button', { name: /^Next gap/ }).click();
  await expect(section).not.toContainText(sentence);
  expect(app.pageErrors).toEqual([]);
});

test('advice for tiny tasks: a plain loop, by mouse and by keyboard, and undone', async () => {
  app = await PoolscopeApp.start({ scenario: tiny });
  const { page } = app;
  await app.press('Run');
  await app.ended();
  const advice = page.getByRole('region', { name: 'Advice for this run' });
  await expect(advice).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  // All runs together take a small part of the call, on any machine; what else stands out depends on it.
  const engine = page.getByRole('combobox', { name: 'Engine' });
  const before = (await engine.textContent()) ?? '';
  const apply = advice.getByRole('button', { name: /^Run it as a plain loop/ });
  await apply.click();
  await expect(engine).toHaveText('Plain loop');
  await expect(apply).toBeDisabled();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(engine).toHaveText(before);

  await apply.focus();
  await page.keyboard.press('Enter');
  await expect(engine).toHaveText('Plain loop');

  // What is selected takes the place of the advice, and gives it back.
  const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
  await timeline.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(advice).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(advice).toBeVisible();
  expect(app.pageErrors).toEqual([]);
});
