import { expect, type Locator, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

const SCENARIO = {
  name: 'Where it comes from',
  pool: { processes: 2 },
  workload: { name: 'sum-of-squares' },
  input: { generate: { count: 12, mean: 200_000 } },
} as const;

let app: PoolscopeApp;
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const method = (of: string): Locator => app.page.getByRole('dialog', { name: `How ${of} was come by` });

/** The letter of a lane, in the middle of the window's pixels. */
async function clickLetter(track: string): Promise<void> {
  const box = await app.page.locator(`.lane-truth[data-track="${track}"]`).boundingBox();
  if (box === null) throw new Error(`${track} has no letter.`);
  await app.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test('by mouse: how a number of the header, a column and a lane were come by', async () => {
  app = await PoolscopeApp.start({ scenario: SCENARIO });
  const { page } = app;
  await app.press('Run');
  await app.ended();

  await page.getByRole('button', { name: 'derived: speed-up' }).click();
  await expect(method('speed-up')).toContainText('Serial time divided by wall time.');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(method('speed-up')).toBeHidden();

  await page.getByRole('columnheader', { name: /^CPU/ }).getByRole('button').click();
  await expect(method('processor time')).toContainText('the main process asks the operating system twice a second');
  await page.keyboard.press('Escape');

  await clickLetter('delivered');
  await expect(method('delivered')).toContainText('when a result is given to the caller');
  await clickLetter('worker-0');
  await expect(page.getByRole('dialog', { name: /^How process \d+ was come by$/ })).toContainText('with its PID');
  expect(await violations(page)).toEqual([]);
});

test('by keyboard: the same, and lanes from one to the next', async () => {
  app = await PoolscopeApp.start({ scenario: SCENARIO });
  const { page } = app;
  await app.press('Run');
  await app.ended();

  await page.getByRole('button', { name: 'measured: wall time' }).press('Enter');
  await expect(method('wall time')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'measured: wall time' })).toBeFocused();

  const heads = page.getByRole('table', { name: 'Workers' }).getByRole('columnheader').getByRole('button');
  await heads.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(heads.nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(method('tasks done')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('application', { name: 'Timeline of tasks' }).focus();
  await page.keyboard.press('Tab');
  const lanes = page.getByRole('toolbar', { name: 'Where lanes come from' }).getByRole('button');
  await expect(lanes.first()).toBeFocused();
  await expect(lanes.first()).toHaveAccessibleName('caller: measured');
  await page.keyboard.press('End');
  await expect(lanes.last()).toHaveAccessibleName('delivered: measured');
  await page.keyboard.press('ArrowUp');
  await expect(lanes.last()).not.toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^How process \d+ was come by$/ })).toBeVisible();
});

test('in a dialog Escape closes what the badge has opened, and not the dialog', async () => {
  app = await PoolscopeApp.start({ scenario: SCENARIO });
  const { page } = app;
  await app.press('Run');
  await app.ended();
  await page.keyboard.press('ControlOrMeta+Shift+o');
  const recordings = page.getByRole('dialog', { name: 'Recordings', exact: true });
  await recordings.getByRole('button', { name: 'measured: recordings' }).press('Enter');
  await expect(method('recordings')).toContainText('how many bytes the file has');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(method('recordings')).toBeHidden();
  await expect(recordings).toBeVisible();
});

test('lanes under a lock that is simulated say so, and all of them are silent when that is asked for', async () => {
  app = await PoolscopeApp.start({ scenario: { ...SCENARIO, engine: 'locked-thread' } });
  const { page } = app;
  await app.press('Run');
  await app.ended();
  const lanes = page.getByRole('toolbar', { name: 'Where lanes come from' });
  await expect(lanes.getByRole('button', { name: /: simulated$/ })).toHaveCount(2);
  await expect(page.getByTestId('legend')).toContainText('simulated');
  await clickLetter('worker-1');
  await expect(page.getByRole('dialog', { name: /was come by$/ })).toContainText('JavaScript has none');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'View of the lanes' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Measured, derived or simulated' }).click();
  await expect(lanes).toHaveCount(0);
  await expect(page.getByTestId('legend')).not.toContainText('simulated');
});
