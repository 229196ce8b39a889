/** What every lab must do. */
import { expect, test } from 'playwright/test';
import { LAB_NAMES, LAB_TITLES, type LabName } from '../../src/shared/labs';
import { cutOff } from './cut-off';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const scenario = {
  name: 'Uneven waiting',
  pool: { processes: 2 },
  workload: { name: 'sleep' as const },
  input: { items: [80, 10, 10, 10, 10, 10] },
};

/** Quick to run; what is typed is as a person would. */
const SETTINGS: Readonly<Record<LabName, readonly (readonly [label: string, text: string])[]>> = {
  'api-race': [['Chunk sizes', '1']],
  'four-worlds': [],
  'break-even': [],
  chaos: [['Faults', '1']],
};
const RUN: Readonly<Record<LabName, RegExp>> = {
  'api-race': /^Run the race/,
  'four-worlds': /^Run the race/,
  'break-even': /^Measure (this machine|again)/,
  chaos: /^Run under faults/,
};

async function theme(which: 'light' | 'dark'): Promise<void> {
  await app.electron.evaluate(({ nativeTheme }, wanted) => {
    nativeTheme.themeSource = wanted;
  }, which);
  await app.page.waitForFunction(
    (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
    which === 'dark',
  );
}

for (const name of LAB_NAMES) {
  test(`${name}: accessible in both themes, before and after a run, in presenter mode and at 200 %`, async () => {
    test.setTimeout(240_000);
    const info = test.info();
    app = await PoolscopeApp.start({ scenario });
    const { page } = app;
    await app.resize(1440, 900);
    await page.getByRole('button', { name: 'Labs', exact: true }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${LAB_TITLES[name]}`) }).click();
    const lab = page.getByRole('region', { name: `Lab: ${LAB_TITLES[name]}` });
    await expect(lab).toBeFocused();
    await theme('dark');
    expect(await violations(page)).toEqual([]);

    for (const [label, text] of SETTINGS[name]) await lab.getByLabel(label, { exact: true }).fill(text);
    await lab.getByRole('button', { name: RUN[name] }).click();
    if (name === 'break-even') {
      // What the machine costs is known then; what is run on the map are its results.
      await expect(lab.getByRole('button', { name: 'Measure again' })).toBeEnabled({ timeout: 120_000 });
      await lab.focus();
      await page.keyboard.press('Space');
    }
    const results = lab.getByRole('button', { name: 'Export results…' });
    await expect(results).toBeEnabled({ timeout: 120_000 });
    await expect(lab.getByRole('button', { name: RUN[name] })).toBeEnabled({ timeout: 120_000 });
    for (const which of ['light', 'dark'] as const) {
      await theme(which);
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath(`${name}-${which}.png`) });
    }

    await lab.focus();
    await page.keyboard.press('Shift+P');
    await expect(lab.getByRole('heading', { name: LAB_TITLES[name] })).toBeVisible();
    expect(await cutOff(lab)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`${name}-presented.png`) });
    await page.keyboard.press('Escape');

    // As large as a small screen is for who sees everything at 200 %.
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setMinimumSize(1, 1));
    await app.resize(640, 400);
    expect(await cutOff(lab)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`${name}-enlarged.png`) });
  });
}
