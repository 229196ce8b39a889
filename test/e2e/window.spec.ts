import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { scenarioFile } from './command-line';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

const quick = {
  name: 'Quick',
  pool: { processes: 2 },
  workload: { name: 'sum-of-squares' as const },
  input: { items: [10, 20, 30] },
};

/** Answers the next file dialog, as the person would. */
async function chooseFile(path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);
}

test.describe('a scenario file', () => {
  test('is opened and saved', async () => {
    app = await PoolscopeApp.start({ scenario: quick });
    await chooseFile(scenarioFile({ version: 1, name: 'From a file', workload: { name: 'sleep' }, seed: 7 }));
    await app.page.getByRole('button', { name: 'Open a file' }).click();
    await expect(app.page.getByLabel('Name')).toHaveValue('From a file');
    await expect(app.page.getByLabel('Seed', { exact: true })).toHaveValue('7');
    const saved = join(app.userData, 'saved.json');
    await chooseFile(saved);
    await app.page.getByRole('button', { name: 'Save scenario' }).click();
    // A poll does not survive an error, and the file is there only a moment later.
    await expect.poll(() => existsSync(saved)).toBe(true);
    expect(JSON.parse(readFileSync(saved, 'utf8')).name).toBe('From a file');
  });

  for (const [what, content, sentence] of [
    ['is not JSON', '{ nope', /expected JSON/],
    ['is of a future version', { version: 9, workload: { name: 'sleep' } }, /version: expected 1, got 9/],
    [
      'asks for 10,000 processes',
      { version: 1, workload: { name: 'sleep' }, pool: { processes: 10_000 } },
      /pool\.processes/,
    ],
  ] as const) {
    test(`that ${what} is refused in a dialog, and what was open stays`, async () => {
      app = await PoolscopeApp.start({ scenario: quick });
      await chooseFile(scenarioFile(content));
      await app.page.getByRole('button', { name: 'Open a file' }).click();
      const dialog = app.page.getByRole('dialog');
      await expect(dialog).toContainText(sentence);
      await app.page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(app.page.getByLabel('Name')).toHaveValue('Quick');
    });
  }
});

test('a scenario file on the command line is open at the start; a bad one is refused in a dialog', async () => {
  app = await PoolscopeApp.start({ file: scenarioFile({ version: 1, name: 'Given', workload: { name: 'sleep' } }) });
  await expect(app.page.getByLabel('Name')).toHaveValue('Given');
  await app.close();
  app = await PoolscopeApp.start({ scenario: quick, file: 'no-such-file.json' });
  await expect(app.page.getByRole('dialog')).toContainText('no-such-file.json: there is no such file');
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByLabel('Name')).toHaveValue('Quick');
});

test('the timeline zooms at the pointer, pans, fits, tells of what is under the pointer, and selects it', async () => {
  app = await PoolscopeApp.start({ scenario: { ...quick, workload: { name: 'sleep' }, input: { items: [200, 200] } } });
  const { page } = app;
  await app.press('Run');
  await app.ended();
  const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
  const view = async (): Promise<[number, number]> => [
    Number(await timeline.getAttribute('data-start-ms')),
    Number(await timeline.getAttribute('data-end-ms')),
  ];
  const box = await timeline.boundingBox();
  if (box === null) throw new Error('the timeline is not visible');
  const whole = await view();
  // Over the first worker's lane, where its task must be: the run ends at the right edge.
  await page.mouse.move(box.x + box.width * 0.93, box.y + 112);
  await page.mouse.wheel(0, -400);
  await expect.poll(async () => (await view())[1] - (await view())[0]).toBeLessThan(whole[1] - whole[0]);
  const zoomed = await view();
  await expect(page.getByRole('tooltip').locator('tr[data-phase]')).toHaveCount(9);
  // Whoever goes on by keyboard is not looking at what lies under the pointer.
  await page.keyboard.press('Shift');
  await expect(page.getByRole('tooltip')).toHaveCount(1);
  await page.keyboard.press('f');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.mouse.click(box.x + box.width * 0.85, box.y + 112);
  await expect(page.getByRole('region', { name: /^Task \d/ })).toBeVisible();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.95, box.y + 112, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await view())[0]).toBeLessThan(zoomed[0]);
  await page.getByRole('button', { name: 'Fit the whole run' }).click();
  await expect.poll(view).toEqual(whole);
});

test('a value that is not valid is refused where it is typed, and nothing can be run', async () => {
  app = await PoolscopeApp.start({ scenario: quick });
  const workers = app.page.getByRole('textbox', { name: 'Workers' });
  await workers.fill('0');
  await expect(workers).toHaveAttribute('aria-invalid', 'true');
  await expect(app.page.getByText('expected a whole number from 1 to 256, got 0')).toBeVisible();
  await expect(app.page.getByRole('button', { name: /^Run/ })).toBeDisabled();
  await workers.fill('3');
  await expect(app.page.getByRole('button', { name: /^Run/ })).toBeEnabled();
});

test('Space leads to the field that is not valid, and that field can always be mended', async () => {
  app = await PoolscopeApp.start({ scenario: quick });
  const chunksize = app.page.getByLabel('Chunk size');
  await chunksize.fill('abc');
  await app.page.getByLabel('Method').click();
  // A single call has no chunks, so that its field is off; what is wrong in it must not be out of reach.
  await app.page.getByRole('option', { name: 'apply_async' }).click();
  await expect(app.page.getByText('A field of the scenario is not valid.')).toBeVisible();
  await app.page.getByRole('application', { name: 'Timeline of tasks' }).focus();
  await app.page.keyboard.press('Space');
  await expect(chunksize).toBeFocused();
  await chunksize.fill('');
  await expect(chunksize).toBeDisabled();
  await expect(app.page.getByText('Ready.')).toBeVisible();
});

test('the header shows Run, every figure and where its name begins, however narrow, whatever the scenario is called', async () => {
  app = await PoolscopeApp.start({ scenario: { ...quick, name: 'A very long name '.repeat(11) } });
  await app.press('Run');
  await app.ended();
  // Figures say that they are of the whole run, where they are: that is when they are widest.
  await app.page.getByRole('button', { name: 'Replay', exact: true }).click();
  for (const [width, height] of [
    [1900, 1000],
    [1440, 900],
    [1280, 800],
    [1240, 800],
    [1024, 640],
    [960, 640],
  ] as const) {
    await app.resize(width, height);
    const name = app.page.getByTestId('header-name');
    await expect(name).toBeInViewport({ ratio: 1 });
    expect((await name.boundingBox())?.width, `${width} px`).toBeGreaterThanOrEqual(80);
    // In one line, but for the figures of a narrow window.
    expect((await app.page.locator('.header-row').boundingBox())?.height).toBeLessThanOrEqual(width > 1264 ? 56 : 100);
    await expect(app.page.getByRole('button', { name: 'Run Space' })).toBeInViewport({ ratio: 1 });
    await expect(app.page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeInViewport({ ratio: 1 });
    const last = await app.page.getByRole('button', { name: 'Keyboard shortcuts' }).boundingBox();
    expect((last?.x ?? 0) + (last?.width ?? 0), `${width} px`).toBeLessThanOrEqual(width - 12);
    for (const figure of await app.page.getByLabel('Figures of the run').locator('dd').all()) {
      await expect(figure).toBeInViewport({ ratio: 1 });
    }
  }
});

test('what was typed last is kept when the window is closed at once', async () => {
  app = await PoolscopeApp.start({ scenario: quick });
  await app.page.getByLabel('Seed', { exact: true }).fill('77');
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  // Not awaited: the app is gone before it can answer.
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await gone;
  expect(JSON.parse(readFileSync(join(app.userData, 'settings.json'), 'utf8'))).toMatchObject({
    lastScenario: { seed: 77 },
  });
  rmSync(app.userData, { recursive: true, force: true });
  app = await PoolscopeApp.start({ scenario: quick });
});

test('an empty chunk size shows the number that auto means', async () => {
  app = await PoolscopeApp.start({
    scenario: { ...quick, pool: { processes: 2 }, input: { generate: { count: 100 } } },
  });
  await expect(app.page.getByLabel('Chunk size')).toHaveAttribute('placeholder', 'auto = 13');
});

test('a run needs no mouse', async () => {
  app = await PoolscopeApp.start({ scenario: quick });
  const { page } = app;
  await page.keyboard.press('Space');
  expect(await app.ended()).toMatch(/^Finished: 3 of 3/);
  const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
  for (let tabs = 0; tabs < 80 && !(await timeline.evaluate((element) => element === document.activeElement)); tabs++) {
    await page.keyboard.press('Tab');
  }
  await expect(timeline).toBeFocused();
  await page.keyboard.press('f');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Task \d/ })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing before and after a run in ${colorScheme}`, async () => {
    app = await PoolscopeApp.start({ scenario: quick });
    await app.page.emulateMedia({ colorScheme });
    expect(await violations(app.page)).toEqual([]);
    await app.press('Run');
    await app.ended();
    for (const tab of ['Workers', 'Results', 'Pickling', 'Errors']) {
      await app.page.getByRole('tab', { name: tab }).click();
      expect(await violations(app.page), `tab ${tab}`).toEqual([]);
    }
  });
}

const isDark = (): Promise<boolean> => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

test.describe('settings', () => {
  test('are there again after a restart', async () => {
    app = await PoolscopeApp.start({ scenario: quick });
    await app.page.getByLabel('Seed', { exact: true }).fill('77');
    await app.page.getByRole('button', { name: /^Theme/ }).click();
    const settings = join(app.userData, 'settings.json');
    await expect
      .poll(() => JSON.parse(readFileSync(settings, 'utf8')))
      .toMatchObject({
        theme: 'light',
        lastScenario: { seed: 77 },
      });
    await app.page.getByRole('button', { name: /^Theme/ }).click();
    await expect.poll(isDark).toBe(true);
    await expect.poll(() => JSON.parse(readFileSync(settings, 'utf8')).theme).toBe('dark');
    await app.electron.close();
    app = await PoolscopeApp.startIn(app.userData);
    await expect(app.page.getByLabel('Seed', { exact: true })).toHaveValue('77');
    await expect(app.page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
    expect(await isDark()).toBe(true);
  });

  test('that are damaged are set aside with a notice', async () => {
    app = await PoolscopeApp.start({ settings: '{"version":1,"theme":' });
    await expect(app.page.getByText(/set aside as settings\.damaged\.json/)).toBeVisible();
    await expect(app.page.getByLabel('Name')).toHaveValue('Uneven tasks');
  });
});
