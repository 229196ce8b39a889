import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { makeSession } from '../fixtures/make-session';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
const folder = mkdtempSync(join(tmpdir(), 'poolscope-open-'));
test.afterEach(() => app.close());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quick = { name: 'Quick', workload: { name: 'sleep' as const }, input: { items: [5, 5] } };

function fileWith(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const session = () => fileWith('talk.poolscope', makeSession({ tasks: 60, workers: 3, batchNs: 100e6 }));

async function choose(path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** As from a file manager, which hands over a file with its place on disk. */
async function drop(path: string): Promise<void> {
  const { page } = app;
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dragged';
    document.body.append(input);
  });
  await page.locator('#dragged').setInputFiles(path);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dragged');
    const file = input?.files?.[0];
    if (file === undefined) throw new Error('nothing is dragged');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    input?.remove();
  });
}

test('a session is opened by key: it is a recording, nothing of it can be stopped, and its scenario comes when asked', async () => {
  app = await PoolscopeApp.start({ scenario: quick });
  const { page } = app;
  await choose(session());
  await page.keyboard.press('ControlOrMeta+O');
  await expect(app.status).toHaveText(/^Finished: 60 of 60 tasks/);
  const recording = page.getByTestId('recording');
  await expect(recording).toContainText('Recording');
  await expect(recording).toContainText('talk.poolscope');
  expect(await app.pids()).toHaveLength(3);
  await expect(page.getByRole('button', { name: /^Stop/ })).toBeDisabled();
  await expect(page.getByRole('button', { name: /^Kill:/ })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'One worker more' })).toBeDisabled();
  await expect(page.getByText('these PIDs may belong to other processes by now')).toBeVisible();
  await page.getByRole('tab', { name: /^Results/ }).click();
  await expect(page.getByTestId('results-note')).toContainText('not its value');
  expect(await violations(page)).toEqual([]);
  // What was in the form is still there, and it is said that the run has another scenario.
  await expect(recording).toContainText('Made up is not what the form holds.');
  await expect(page.getByLabel('Name')).toHaveValue('Quick');
  // In front of an audience the name is that of what is shown, not of what the form would run.
  const name = page.getByTestId('header-name');
  await expect(name).toHaveText('Quick');
  await page.keyboard.press('Shift+P');
  await expect(name).toHaveText('Made up');
  await page.keyboard.press('Escape');
  await expect(name).toHaveText('Quick');
  await page.getByRole('button', { name: 'Use its scenario' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Made up');
  await expect(recording).not.toContainText('Made up');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Quick');
  // Run takes the form's scenario, and the recording makes room.
  await app.press('Run');
  await expect(app.status).toHaveText(/^Finished: 2 of 2 tasks/);
  await expect(recording).toHaveCount(0);
  expect(app.pageErrors).toEqual([]);
});

test('a session on the command line is open at the start; one that was cut off says so', async () => {
  const cut = fileWith('crash.poolscope.part', makeSession({ tasks: 60, workers: 3, batchNs: 100e6 }, 2));
  app = await PoolscopeApp.start({ scenario: quick, file: cut });
  await expect(app.status).toHaveText(
    /^Cut short: \d+ of 60 tasks in .+ The recording ends before its run does; everything up to there is shown\.$/,
  );
  await expect(app.page.getByText('crash.poolscope.part: the recording ends before its run does')).toBeVisible();
  expect(await app.pids()).toHaveLength(3);
  expect(app.pageErrors).toEqual([]);
});

test('what is dropped is opened as what it is; what is nothing is refused in one sentence, and what is shown stays', async () => {
  app = await PoolscopeApp.start({ scenario: quick });
  const { page } = app;
  await drop(session());
  await expect(app.status).toHaveText(/^Finished: 60 of 60 tasks/);
  mkdirSync(join(folder, 'a-folder'), { recursive: true });
  for (const [path, sentence] of [
    [fileWith('empty.poolscope', ''), 'and the file is empty'],
    [fileWith('picture.poolscope', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)), 'it begins like none of them'],
    [fileWith('broken.poolscope', new Uint8Array(4000).fill(255)), 'expected a Poolscope session'],
  ] as const) {
    await drop(path);
    const dialog = page.getByRole('dialog', { name: 'This file was not opened' });
    await expect(dialog).toContainText(basename(path));
    await expect(dialog).toContainText(sentence);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await choose(join(folder, 'a-folder'));
  await page.getByRole('button', { name: 'Open a file' }).click();
  await expect(page.getByRole('dialog')).toContainText('this is a folder');
  await page.keyboard.press('Escape');
  await expect(app.status).toHaveText(/^Finished: 60 of 60 tasks/);
  await drop(fileWith('a.json', JSON.stringify({ version: 1, name: 'Dropped', workload: { name: 'sleep' } })));
  await expect(page.getByLabel('Name')).toHaveValue('Dropped');
  expect(app.pageErrors).toEqual([]);
});

test('a large session shows its first tasks while it is read; Escape ends that, and what came stays', async () => {
  const tasks = 400_000;
  const large = fileWith(
    'large.poolscope',
    makeSession({ tasks, workers: 4, chunksize: 50, meanNs: 2e5, batchNs: 1e8 }),
  );
  app = await PoolscopeApp.start({ scenario: quick });
  const { page } = app;
  // Reading waits for the page: it takes its time over each batch, and the test none too fast.
  await choose(large);
  await page.keyboard.press('ControlOrMeta+O');
  await expect(page.getByText(/^Reading large\.poolscope: /)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'File read' })).toBeVisible();
  await expect(app.lanes.locator('li')).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(app.status).toHaveText(/^Cut short: .+ Reading was cancelled; what had been read is shown\.$/);
  await expect(page.getByRole('progressbar', { name: 'Tasks done' })).toBeVisible();
  expect(app.pageErrors).toEqual([]);
});

test('a file that the system asks to be opened is opened; while a run is under way it is refused, and the run goes on', async () => {
  app = await PoolscopeApp.start({
    scenario: { name: 'Long', workload: { name: 'sleep' }, input: { items: [60_000, 60_000] } },
  });
  const { page } = app;
  const askFor = (path: string) =>
    app.electron.evaluate(({ app: main }, file) => {
      main.emit('open-file', { preventDefault: () => undefined }, file);
    }, path);
  await askFor(session());
  await expect(app.status).toHaveText(/^Finished: 60 of 60 tasks/);
  await app.press('Run');
  await expect(app.status).toHaveText('Running');
  await askFor(session());
  await expect(page.getByRole('dialog')).toContainText('a run is under way; stop it, then open the file');
  await page.keyboard.press('Escape');
  await expect(app.status).toHaveText('Running');
  await app.press('Kill');
  expect(await app.ended()).toMatch(/^Killed/);
});
