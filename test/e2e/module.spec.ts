import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { poolscope, ROOT, scenarioFile } from './command-line';
import { PoolscopeApp } from './poolscope-app';

const words = join(ROOT, 'test/fixtures/modules/words.mjs');
const scenario = (file: string, name = 'shout') => ({
  name: 'Mine',
  pool: { processes: 2 },
  workload: { name: 'module' as const, params: { file, export: name } },
  input: { items: ['a', 'b'] },
});

let app: PoolscopeApp;

/** Answers main's question whether the code may run, and counts how often it is asked. */
async function answer(button: 'Run' | 'Cancel'): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    const asked = globalThis as { asked?: string[] };
    asked.asked ??= [];
    dialog.showMessageBox = (async (_window: unknown, options: { message: string; buttons: string[] }) => {
      asked.asked?.push(options.message);
      return { response: options.buttons.indexOf(chosen), checkboxChecked: false };
    }) as unknown as typeof dialog.showMessageBox;
  }, button);
}

/** As the operating system does it: a File that the page makes itself has no path. */
async function drop(path: string): Promise<void> {
  const session = await app.page.context().newCDPSession(app.page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
  }
  await session.detach();
}

const questions = (): Promise<string[]> =>
  app.electron.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);

test.describe('a function of the user’s in the window', () => {
  test.afterEach(async () => app.close());

  test('runs only after a yes, which is remembered until the file changes', async () => {
    app = await PoolscopeApp.start({});
    const file = join(app.userData, 'mine.mjs');
    copyFileSync(words, file);
    await answer('Cancel');
    await app.electron.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      },
      scenarioFile({ version: 1, ...scenario(file) }),
    );
    await app.page.getByRole('button', { name: 'Open a file' }).click();
    await expect(app.page.getByLabel('File', { exact: true })).toHaveValue(file);
    await app.press('Run');
    await expect(app.page.getByText('Not started')).toBeVisible();
    expect(await questions()).toEqual(['Run this code?']);

    await answer('Run');
    await app.press('Run');
    expect(await app.ended()).toMatch(/^Finished/);
    await app.press('Run');
    expect(await app.ended()).toMatch(/^Finished/);
    expect(await questions()).toHaveLength(2);

    writeFileSync(file, `${readFileSync(words, 'utf8')}\n// changed\n`);
    await app.press('Run');
    expect(await app.ended()).toMatch(/^Finished/);
    expect(await questions()).toEqual(['Run this code?', 'Run this code?', 'This code has changed. Run it?']);
  });

  test('is chosen in a dialog, and a missing export is one sentence', async () => {
    app = await PoolscopeApp.start({ scenario: scenario(words, 'zip') });
    await answer('Run');
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, words);
    await app.page.getByLabel('File', { exact: true }).fill('');
    await expect(app.page.getByText('expected the path of a .js, .mjs or .cjs file')).toBeVisible();
    await app.page.getByRole('button', { name: 'Choose a JavaScript file' }).click();
    await expect(app.page.getByLabel('File', { exact: true })).toHaveValue(words);
    await app.press('Run');
    expect(await app.ended()).toMatch(/^Not run: .+there is no export "zip"/);
  });

  test('is dropped on the window; another file is refused in words', async () => {
    app = await PoolscopeApp.start({});
    await drop(words);
    await expect(app.page.getByLabel('File', { exact: true })).toHaveValue(words);
    await expect(app.page.getByLabel('Workload')).toHaveText('Your own function');
    await drop(join(ROOT, 'README.md'));
    await expect(app.page.getByRole('dialog')).toContainText(
      'README.md: expected a scenario, a workshop, a session or a trace',
    );
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByLabel('File', { exact: true })).toHaveValue(words);
  });
});

test.describe('a function of the user’s on the command line', () => {
  test('takes its path from the scenario file’s folder', async () => {
    const path = scenarioFile({ version: 1, ...scenario('./words.mjs') });
    copyFileSync(words, join(path, '..', 'words.mjs'));
    const { status, stdout, stderr } = await poolscope('run', path, '--json', '--results', '--quiet');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ results: ['A', 'B'], tasks: { completed: 2 } });
    expect(stderr).toContain(`poolscope: runs code with your own rights: ${join(path, '..', 'words.mjs')}\n`);
  });

  test('may be an ES module that is named .js', async () => {
    const path = scenarioFile({ version: 1, ...scenario('./mine.js', 'default') });
    writeFileSync(join(path, '..', 'mine.js'), 'export default (text) => text + text;\n');
    const { stdout } = await poolscope('run', path, '--json', '--results');
    expect(JSON.parse(stdout)).toMatchObject({ results: ['aa', 'bb'] });
  });

  test('is refused with exit status 2 for an error in its syntax, with the line', async () => {
    const path = scenarioFile({ version: 1, ...scenario('./mine.mjs', 'default') });
    const file = join(path, '..', 'mine.mjs');
    writeFileSync(file, 'export const fine = 1;\nexport default ;\n');
    const { status, stdout, stderr } = await poolscope('run', path, '--json');
    expect(stderr).toContain(`${file}: cannot be loaded: SyntaxError at ${file}:2: Unexpected token`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('ships with an example', async () => {
    const { status, stdout } = await poolscope('run', 'resources/scenarios/anagrams.json', '--json', '--results');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).results[0]).toEqual({ count: 181_440, first: 'cdeehlrsu', last: 'usrlheedc' });
  });

  for (const [what, file, name, sentence] of [
    ['missing file', '/nowhere/none.mjs', 'default', 'workload.params.file: expected a JavaScript file'],
    ['missing export', words, 'zip', 'there is no export "zip"'],
    ['export that is no function', words, 'answer', 'to be a function, it is a number'],
    ['file of another kind', '/etc/hostname', 'default', 'expected the path of a .js, .mjs or .cjs file'],
  ] as const) {
    test(`is refused with exit status 2 for a ${what}`, async () => {
      const { status, stdout, stderr } = await poolscope('run', scenarioFile({ version: 1, ...scenario(file, name) }));
      expect(stderr).toContain(sentence);
      expect(stdout).toBe('');
      expect(status).toBe(2);
    });
  }
});
