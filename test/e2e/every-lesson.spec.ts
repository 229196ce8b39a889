/** What every lesson must do, those that are yet to come, too. */
import { expect, type Page, test } from 'playwright/test';
import { LESSON_NAMES } from '../../src/shared/lesson-names';
import { cutOff } from './cut-off';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const lesson = (page: Page) => page.getByRole('region', { name: /^Lesson \d+: / });

async function theme(which: 'light' | 'dark'): Promise<void> {
  await app.electron.evaluate(({ nativeTheme }, wanted) => {
    nativeTheme.themeSource = wanted;
  }, which);
  await app.page.waitForFunction(
    (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
    which === 'dark',
  );
}

/** As large as a small screen is for who sees everything at 200 %. */
async function enlarged(): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setMinimumSize(1, 1));
  await app.resize(640, 400);
}

for (const name of LESSON_NAMES) {
  test(`${name}: accessible in both themes, before and after a run, in presenter mode, and at 200 %`, async () => {
    const info = test.info();
    app = await PoolscopeApp.start({ args: ['--lesson', name] });
    const { page } = app;
    await app.resize(1440, 900);
    await expect(lesson(page)).toBeVisible();
    await theme('dark');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Run it Space' }).click();
    const table = page.getByRole('table', { name: 'Runs of this lesson' });
    await expect(table).toBeVisible({ timeout: 90_000 });
    for (const which of ['light', 'dark'] as const) {
      await theme(which);
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath(`${name}-${which}.png`) });
    }

    await page.keyboard.press('Shift+P');
    await expect(lesson(page)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Python code' })).toBeVisible();
    // Whatever its run is called.
    await expect(page.getByTestId('header-name')).toHaveText(
      await lesson(page).getByRole('heading').first().innerText(),
    );
    expect(await cutOff(lesson(page))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    // The question is read from the back of the room: a twentieth of the height for two lines.
    const question = await page
      .locator('.lesson-prediction p')
      .first()
      .evaluate((text) => {
        const scale = text.getBoundingClientRect().height / (text as HTMLElement).offsetHeight || 1;
        return (Number.parseFloat(getComputedStyle(text).fontSize) * scale) / innerHeight;
      });
    expect(question).toBeGreaterThan(0.018);
    await page.screenshot({ path: info.outputPath(`${name}-presented.png`) });
    await page.keyboard.press('Escape');

    await enlarged();
    expect(await cutOff(lesson(page))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`${name}-enlarged.png`) });
  });
}

test('a lesson is gone through by keyboard alone: chosen, predicted, set, run, its method read, and on to the next', async () => {
  app = await PoolscopeApp.start();
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+l');
  const list = page.getByRole('dialog', { name: 'Lessons' });
  await expect(list.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  const [first] = LESSON_NAMES;
  expect(first).toBe('processes-not-threads');

  /** Tab until it has the focus. */
  const tabTo = async (name: string | RegExp, role: 'radio' | 'button'): Promise<void> => {
    const target = lesson(page).getByRole(role, typeof name === 'string' ? { name, exact: true } : { name });
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo('Twice as fast', 'radio');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(lesson(page).getByRole('radio', { name: 'No faster' })).toBeChecked();
  await tabTo('2', 'radio');
  await page.keyboard.press('ArrowRight');
  await expect(lesson(page).getByRole('radio', { name: '4', exact: true })).toBeChecked();
  await tabTo('Run it Space', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^As you said\./)).toBeVisible({ timeout: 60_000 });
  await tabTo('Wall time', 'button');
  await page.keyboard.press('Enter');
  const method = page.getByRole('dialog', { name: 'How Wall time was come by' });
  await expect(method).toContainText('From the call until it returned');
  await page.keyboard.press('Escape');
  await expect(method).toBeHidden();
  await tabTo(/^Next: /, 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Lesson 2: / })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
