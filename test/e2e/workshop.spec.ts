import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { cutOff } from './cut-off';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
const folder = mkdtempSync(join(tmpdir(), 'poolscope-workshop-'));
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bar = () => app.page.getByRole('region', { name: /^Workshop: / });
const notes = () => app.page.getByRole('complementary', { name: 'Notes for the teacher' });

function fileWith(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

const mine = (...steps: unknown[]) => ({ version: 1, title: 'Friday', steps });
const hello = { title: 'Hello', text: 'Hello, everybody.', minutes: 2, notes: ['Say: hello.'] };

test('a workshop is chosen, gone through by keyboard, presented without its notes, and there again at the next start', async () => {
  app = await PoolscopeApp.start();
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+Shift+W');
  const list = page.getByRole('dialog', { name: 'Workshops' });
  await expect(list.getByRole('button', { name: /120 minutes/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await list.getByRole('button', { name: /^Python multiprocessing in two hours/ }).press('Enter');
  await expect(bar()).toContainText('Step 1 of');
  await expect(notes()).toContainText('Say:');
  await page.keyboard.press('ControlOrMeta+]');
  await expect(bar()).toContainText('Step 2 of');
  await expect(page.getByRole('region', { name: 'Lesson 1: Processes, not threads' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('Shift+P');
  await expect(notes()).toHaveCount(0);
  await expect(bar()).toContainText('Step 2 of');
  await expect(page.getByRole('region', { name: 'Lesson 1: Processes, not threads' })).toBeVisible();
  await page.getByRole('button', { name: 'Show notes for the teacher' }).click();
  await expect(notes()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Edit the workshop' })).toBeVisible();

  const again = app.userData;
  await app.electron.close();
  app = await PoolscopeApp.startIn(again);
  await expect(bar()).toContainText('Step 2 of');
  await expect(app.page.getByRole('region', { name: 'Lesson 1: Processes, not threads' })).toBeVisible();
  await app.page.getByRole('button', { name: 'End the workshop' }).click();
  await expect(bar()).toHaveCount(0);
});

test('steps are added, moved, changed and removed by keyboard; a shipped workshop is saved as a copy, and nothing is lost unasked', async () => {
  app = await PoolscopeApp.start({ args: ['--workshop', 'ten-minutes'] });
  const { page } = app;
  await expect(bar()).toContainText('Step 1 of 4');
  await page.getByRole('button', { name: 'Edit the workshop' }).press('Enter');
  const editor = page.getByRole('dialog', { name: 'Edit the workshop' });
  const steps = editor.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveCount(4);
  expect(await violations(page)).toEqual([]);
  await steps.first().getByRole('button').press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(steps.nth(2)).toContainText('Processes, not threads');
  await page.keyboard.press('Delete');
  await expect(steps).toHaveCount(3);
  await editor.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(steps.nth(2)).toContainText('Processes, not threads');
  await editor.getByRole('button', { name: 'Add' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Exercise' }).press('Enter');
  await expect(steps).toHaveCount(5);
  await editor.getByLabel('Title', { exact: true }).fill('Try it');
  await editor.getByLabel('Minutes').fill('seven');
  await expect(editor.getByText('expected a whole number from 0 to 600')).toBeVisible();
  await editor.getByLabel('Minutes').fill('7');
  await editor.getByLabel(/^Notes for the teacher/).fill('Do: walk around.\nAsk: what did you see?');
  await expect(editor.getByText('5 steps, 17 minutes, not saved')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await editor.getByRole('button', { name: 'Close' }).press('Enter');

  // Ending it asks; cancelling leaves everything as it is.
  await page.getByRole('button', { name: 'End the workshop' }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Save the changes?' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(bar()).toContainText('Step 1 of 5');
  const copy = join(folder, 'copy.json');
  await app.saveAs(null);
  await page.getByRole('button', { name: 'End the workshop' }).press('Enter');
  await question.getByRole('button', { name: 'Save' }).last().press('Enter');
  await expect(bar()).toContainText('Step 1 of 5');
  expect(existsSync(copy)).toBe(false);
  await app.saveAs(copy);
  await page.getByRole('button', { name: 'End the workshop' }).press('Enter');
  await question.getByRole('button', { name: 'Save' }).last().press('Enter');
  await expect(bar()).toHaveCount(0);
  const written = JSON.parse(readFileSync(copy, 'utf8'));
  expect(written.steps[3]).toEqual({
    title: 'Try it',
    text: ['What everybody is to try.'],
    minutes: 7,
    notes: ['Do: walk around.', 'Ask: what did you see?'],
  });
  await page.keyboard.press('ControlOrMeta+Shift+W');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /copy\.json$/ })
    .click();
  await expect(bar()).toContainText('Step 1 of 5');
});

test('a workshop file opens from the command line; a step is moved by mouse, and changes outlive a restart', async () => {
  fileWith('naps.json', { version: 1, name: 'Naps', workload: { name: 'sleep' }, input: { items: [5] } });
  app = await PoolscopeApp.start({ file: fileWith('friday.json', mine(hello, { scenario: 'naps.json' })) });
  const { page } = app;
  await expect(page.getByRole('region', { name: 'Step: Hello' })).toContainText('Hello, everybody.');
  const before = await page.getByLabel('Name', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Naps');
  await page.getByRole('button', { name: 'Edit the workshop' }).click();
  const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await steps.nth(1).getByRole('button').dragTo(steps.nth(0));
  await expect(steps.first()).toContainText('naps.json');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(bar()).toContainText('Step 1 of 2');

  const again = app.userData;
  await app.electron.close();
  app = await PoolscopeApp.startIn(again);
  await expect(bar()).toContainText('Step 1 of 2');
  await app.page.getByRole('button', { name: 'Edit the workshop: changes are not saved' }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByText('2 steps, 7 minutes', { exact: true })).toBeVisible();
  expect(JSON.parse(readFileSync(join(folder, 'friday.json'), 'utf8')).steps[0].scenario).toBe('naps.json');
  expect(before).not.toBe('Naps');
});

test('a workshop is opened by key, dropped on the window, and from the list of files opened last', async () => {
  app = await PoolscopeApp.start();
  const { page } = app;
  const path = fileWith('dropped.json', mine(hello));
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.keyboard.press('ControlOrMeta+O');
  await expect(bar()).toContainText('Step 1 of 1');
  await page.getByRole('button', { name: 'End the workshop' }).click();
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'dragged' });
    document.body.append(input);
  });
  await page.locator('#dragged').setInputFiles(path);
  await page.evaluate(() => {
    const file = document.querySelector<HTMLInputElement>('#dragged')?.files?.[0];
    if (file === undefined) throw new Error('nothing is dragged');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    document.querySelector('#dragged')?.remove();
  });
  await expect(bar()).toContainText('Step 1 of 1');
  await page.getByRole('button', { name: 'End the workshop' }).click();
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await page
    .getByRole('dialog', { name: 'Recordings' })
    .getByRole('button', { name: /^dropped\.json/ })
    .press('Enter');
  await expect(bar()).toContainText('Step 1 of 1');
});

test('a file that is no workshop is refused in one sentence, and so are choices that a lesson does not have', async () => {
  const wrong = fileWith('wrong.json', mine({ lesson: 'pickling', values: { kind: 'cheese' } }));
  app = await PoolscopeApp.start({ args: ['--workshop', wrong] });
  const dialog = app.page.getByRole('dialog');
  await expect(dialog).toContainText(/wrong\.json: steps\[0\]\.values\.kind: expected one of bytes, .*, got cheese/);
  await app.page.keyboard.press('Escape');
  await app.close();
  app = await PoolscopeApp.start({ file: fileWith('worse.json', mine({ lesson: 'cooking' })) });
  await expect(app.page.getByRole('dialog')).toContainText('steps[0].lesson: expected one of processes-not-threads');
  await app.page.keyboard.press('Escape');
  await app.close();
  app = await PoolscopeApp.start({ args: ['--workshop', 'cooking'] });
  await expect(app.page.getByRole('dialog')).toContainText(
    '--workshop: expected one of ten-minutes, two-hours, a workshop file, got cooking',
  );
});

test('at 200 % nothing of a workshop is cut off, in its bar, its notes, its list and its editor', async () => {
  app = await PoolscopeApp.start({ args: ['--workshop', 'two-hours'] });
  const { page } = app;
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setMinimumSize(1, 1));
  await app.resize(640, 400);
  expect(await cutOff(bar())).toEqual([]);
  expect(await cutOff(notes())).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Edit the workshop' }).click();
  const editor = page.getByRole('dialog', { name: 'Edit the workshop' });
  expect(await cutOff(editor)).toEqual([]);
  await editor.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('menuitem', { name: 'Break', exact: true }).press('Enter');
  await expect(editor.getByLabel('Title', { exact: true })).toHaveValue('Break');
  await editor.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('ControlOrMeta+Shift+W');
  expect(await cutOff(page.getByRole('dialog', { name: 'Workshops' }))).toEqual([]);
});
