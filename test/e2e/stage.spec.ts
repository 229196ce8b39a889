/** Labs have the room that they need on a stage, and the other parts come back as they were. */
import { expect, type Locator, test } from 'playwright/test';
import { cutOff } from './cut-off';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const lab = (title: string) => app.page.getByRole('region', { name: `Lab: ${title}` });
const form = () => app.page.getByRole('combobox', { name: 'Engine' });

async function box(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await part.boundingBox();
  if (found === null) throw new Error(`${part} is not shown`);
  return found;
}

test('a lab with a set-up of its own has the room of form and panels; B brings panels, and all sizes come back', async () => {
  app = await PoolscopeApp.start();
  const { page } = app;
  await app.resize(1280, 800);
  const panels = page.getByTestId('bottom-panels');
  const width = page.getByRole('separator', { name: 'Width of the scenario' });
  const height = page.getByRole('separator', { name: 'Height of the timeline' });
  await width.press('ArrowRight');
  await height.press('ArrowUp');
  const before = { form: await box(width), panels: await box(panels) };

  await page.getByRole('button', { name: 'Labs', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Four worlds/ }).click();
  const worlds = lab('Four worlds');
  await expect(form()).toBeHidden();
  await expect(page.getByRole('tabpanel')).toBeHidden();
  const alone = await box(worlds);
  expect(alone.x).toBe(0);
  expect(alone.height).toBeGreaterThan(640);
  expect(await cutOff(worlds)).toEqual([]);
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('b');
  await expect(page.getByRole('tabpanel', { name: 'Workers' })).toBeVisible();
  await height.press('ArrowDown');
  const beside = await box(worlds);
  expect(beside.height).toBeLessThan(alone.height);
  await page.getByRole('button', { name: 'Fold the panels' }).click();
  expect(await box(worlds)).toEqual(alone);
  await page.getByRole('tab', { name: 'Workers' }).press('Enter');
  expect(await box(worlds)).toEqual(beside);
  await page.getByRole('tabpanel', { name: 'Workers' }).focus();
  await page.keyboard.press('b');
  await expect(page.getByRole('tab', { name: 'Workers' })).toBeFocused();

  await page.keyboard.press('Shift+L');
  await expect(form()).toBeVisible();
  expect({ form: await box(width), panels: await box(panels) }).toEqual(before);
});

test('started in such a lab, the form has its usual width afterwards; a lab that runs the form has it beside', async () => {
  app = await PoolscopeApp.start({ args: ['--lab', 'break-even'] });
  const { page } = app;
  await expect(lab('Break-even map')).toBeVisible();
  await expect(form()).toBeHidden();
  await page.getByRole('button', { name: 'Labs', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Chaos bench/ }).click();
  await expect(form()).toBeVisible();
  expect((await box(page.locator('#scenario'))).width).toBeCloseTo(304, -1);
  await page.keyboard.press('Shift+L');
  expect((await box(page.getByTestId('bottom-panels'))).height).toBeGreaterThan(200);
});

test('the controls of the four worlds are two lines where there is room, and three in a small window; sizes line up', async () => {
  app = await PoolscopeApp.start({ args: ['--lab', 'four-worlds'] });
  const { page } = app;
  const controls = page.getByRole('form', { name: 'Four worlds' });
  const lines = async () => Math.round((await box(controls)).height / 32);
  await app.resize(1280, 800);
  expect(await lines()).toBe(3);
  await app.resize(1900, 1060);
  expect(await lines()).toBe(2);
  await app.resize(1280, 800);
  await controls.getByRole('button', { name: 'Sizes' }).click();
  const sizes = controls.getByRole('group', { name: 'Sizes' }).getByRole('textbox');
  await expect(sizes).toHaveCount(6);
  const lefts = await sizes.evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().left)));
  expect(new Set(lefts).size).toBe(3);
  expect(await cutOff(lab('Four worlds'))).toEqual([]);
  expect(await violations(page)).toEqual([]);
  // A size that cannot be is seen, also where it is folded away.
  await controls.getByRole('textbox', { name: 'Wait ms' }).fill('-1');
  await expect(controls.getByRole('alert')).toContainText('Wait');
  await controls.getByRole('button', { name: 'Sizes' }).click();
  await expect(controls.getByRole('textbox', { name: 'Wait ms' })).toBeVisible();
});

test('before an audience a lab of a lesson has the room of the code, which comes back with the timeline', async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'break-even'] });
  const { page } = app;
  await page.getByRole('button', { name: 'Labs', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Break-even map/ }).click();
  await page.keyboard.press('Shift+P');
  await expect(lab('Break-even map')).toBeVisible();
  await expect(page.getByRole('region', { name: /^Lesson \d+: / })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Python code' })).toBeHidden();
  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('region', { name: 'Python code' })).toBeVisible();
});

test('enlarged to 200 % the head scrolls away, and the panels have the window', async () => {
  app = await PoolscopeApp.start();
  const { page } = app;
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setMinimumSize(1, 1));
  await app.resize(640, 400);
  const run = page.getByRole('button', { name: 'Run Space' });
  await expect(run).toBeInViewport({ ratio: 1 });
  await page.getByRole('tab', { name: 'Log' }).focus();
  await expect(page.getByRole('tab', { name: 'Log' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('banner')).not.toBeInViewport();
  await page.getByRole('complementary', { name: 'Inspector' }).scrollIntoViewIfNeeded();
  await run.focus();
  await expect(run).toBeInViewport({ ratio: 1 });
  expect((await box(page.getByRole('banner'))).x).toBe(0);
  expect(await violations(page)).toEqual([]);
});
