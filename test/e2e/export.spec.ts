import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { all, readXml } from '../unit/renderer/export-page/svg/read-xml';
import { poolscope, start } from './command-line';
import { addReader, decodeImage } from './decode-video';
import { madeSession, workFolder } from './made-session';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

const session = madeSession({ tasks: 60, workers: 5, failEvery: 20 });
const folder = workFolder();
const inFolder = (name: string): string => join(folder, name);

async function exported(name: string, format: string, ...more: readonly string[]): Promise<string> {
  const path = inFolder(name);
  const { status, stdout, stderr } = await poolscope('export', session, '--format', format, '--out', path, ...more);
  expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: '' });
  return path;
}

/** Width and height as the head of the file has them. */
function pngSize(path: string): [number, number] {
  const head = readFileSync(path);
  expect(head.subarray(1, 4).toString()).toBe('PNG');
  return [head.readUInt32BE(16), head.readUInt32BE(20)];
}

/** Pixels of a colour. */
function countOf(pixels: Buffer, [red, green, blue]: readonly [number, number, number]): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue) count++;
  }
  return count;
}

test.describe('poolscope export of pictures, without a display', () => {
  test('PNG: the size that was asked for, the same bytes each time, and other ones with another theme', async () => {
    const size = ['--width', '800', '--height', '450', '--scale', '2'];
    const first = readFileSync(await exported('a.png', 'png', ...size));
    expect(pngSize(inFolder('a.png'))).toEqual([1600, 900]);
    expect(readFileSync(await exported('b.png', 'png', ...size)).equals(first)).toBe(true);
    expect(readFileSync(await exported('c.png', 'png', ...size, '--theme', 'dark')).equals(first)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('SVG: one document with all lanes, the same bytes each time', async () => {
    const text = readFileSync(await exported('a.svg', 'svg'), 'utf8');
    const svg = readXml(text);
    expect(svg.attributes).toMatchObject({ width: '1280', role: 'img' });
    expect(all(svg, 'title')[0]?.text).toBe('Made up');
    const texts = all(svg, 'text').map((element) => element.text);
    expect(texts).toEqual(expect.arrayContaining(['4711', '4715', 'caller', 'delivered', 'in flight', 'call']));
    expect(readFileSync(await exported('b.svg', 'svg'), 'utf8')).toBe(text);
  });

  test('a run of 256 workers, and one without tasks', async () => {
    const many = madeSession({ tasks: 1024, workers: 256 });
    const none = madeSession({ tasks: 0 });
    for (const [name, file] of Object.entries({ many, none })) {
      const path = inFolder(`${name}.png`);
      const { status, stderr } = await poolscope('export', file, '--format', 'png', '--out', path);
      expect(status, stderr).toBe(0);
    }
    const [, high] = pngSize(inFolder('many.png'));
    const [, low] = pngSize(inFolder('none.png'));
    expect(high).toBeGreaterThan(256 * 28);
    expect(low).toBeLessThan(1000);
    const { status, stderr } = await poolscope(
      'export',
      many,
      '--format',
      'png',
      '--scale',
      '4',
      '--out',
      inFolder('no.png'),
    );
    expect(status).toBe(2);
    expect(stderr.trim()).toMatch(/^poolscope: The picture would be 5,120 × [\d,]+ pixels, .*\.$/);
    expect(existsSync(inFolder('no.png'))).toBe(false);
  });

  test('what is wrong is said in one sentence, and nothing is written', async () => {
    const before = readdirSync(folder);
    for (const [args, sentence] of [
      [['--width', 'wide'], '--width: expected a whole number from 320 to 7680, got "wide"'],
      [['--from', '2s', '--to', '1s'], '--to: expected a later moment than --from'],
      [['--theme', 'sepia'], '--theme: expected light or dark, got "sepia"'],
      [['--fps', '30'], '--fps: only webm, mp4, gif have a use for it, and the format is png'],
      [['--from', '2min'], '--from: expected a moment such as 120ms or 1.5s, got "2min"'],
      [['--at=-5'], /^There is nothing to draw as of -5\.00\sms: the run begins at 0\.$/],
      [['--from', '1000s'], /^There is nothing to draw from 16\smin 40\ss on: the run is over after /],
    ] as const) {
      const { status, stderr } = await poolscope(
        'export',
        session,
        '--format',
        'png',
        '--out',
        inFolder('x.png'),
        ...args,
      );
      const said = stderr.trim().replace(/^poolscope: /, '');
      expect([status, said]).toEqual([2, typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
    }
    const own = await poolscope('export', session, '--format', 'png', '--out', session);
    expect([own.status, own.stderr.trim()]).toEqual([
      2,
      'poolscope: --out: expected another file than the one to export',
    ]);
    const nameless = await poolscope('export', session, '--format', 'csv', '--out', '');
    expect([nameless.status, nameless.stderr.trim()]).toEqual([
      2,
      'poolscope: --out: expected the name of a file, got ""',
    ]);
    const nowhere = await poolscope('export', session, '--format', 'png', '--out', inFolder('no/such.png'));
    expect([nowhere.status, nowhere.stderr]).toEqual([2, expect.stringContaining('its folder does not exist')]);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('Ctrl-C ends it, and what had the name before is as it was', async () => {
    const large = madeSession({ tasks: 40_000, workers: 64, meanNs: 1e6 });
    const path = await exported('kept.png', 'png');
    const before = readFileSync(path);
    const { child, finished } = start([
      'export',
      large,
      '--format',
      'png',
      '--height',
      '1080',
      '--scale',
      '4',
      '--out',
      path,
    ]);
    await expect.poll(() => readdirSync(folder).some((name) => name.startsWith('kept.png.'))).toBe(true);
    child.kill('SIGINT');
    const { status, stderr } = await finished;
    expect([status, stderr.trim()]).toEqual([130, `poolscope: interrupted; ${path} was not written`]);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

test.describe('export from the window', () => {
  let app: PoolscopeApp;
  let page: Page;
  test.beforeAll(async () => {
    app = await PoolscopeApp.start({ file: session });
    page = app.page;
    await app.ended();
    await addReader(page);
  });
  test.afterAll(() => app.close());

  /** The next file dialog answers this; null: cancelled. */
  const answer = (path: string | null): Promise<void> => app.saveAs(path);
  const dialog = () => page.getByRole('dialog', { name: 'Export' });
  const choose = async (label: string, option: string): Promise<void> => {
    await dialog().getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };

  test('by mouse: a picture as seen, twice as fine, with the colours of the theme', async () => {
    await page.getByRole('button', { name: 'Export the run' }).click();
    await choose('Theme', 'Light');
    await choose('Resolution', '2×');
    expect(await violations(page)).toEqual([]);
    const said = (await page.getByTestId('export-size').textContent()) ?? '';
    const path = inFolder('seen.png');
    await answer(path);
    await dialog().getByRole('button', { name: 'Export …' }).click();
    await expect(page.getByText(`Saved as ${path}`)).toBeVisible();
    await expect(dialog()).toBeHidden();
    const [width, height] = pngSize(path);
    expect(said).toBe(`${width.toLocaleString('en-US')} × ${height.toLocaleString('en-US')} pixels`);
    const [frame] = await decodeImage(page, path);
    const at = (x: number, y: number): number[] => [
      ...(frame?.pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3) ?? []),
    ];
    expect(at(width - 2, 2)).toEqual([255, 255, 255]);
    expect(countOf(frame?.pixels ?? Buffer.alloc(0), [0x25, 0x66, 0xb4])).toBeGreaterThan(1000);
  });

  test('by keyboard: what is wrong is said in place, and the run as CSV', async () => {
    await page.keyboard.press('Control+e');
    await expect(dialog()).toBeVisible();
    await choose('Size', 'Custom');
    await dialog().getByLabel('Width').fill('12');
    await expect(dialog().getByText('expected a whole number from 320 to 7680, got 12')).toBeVisible();
    await expect(dialog().getByRole('button', { name: 'Export …' })).toBeDisabled();
    await dialog().getByLabel('Width').fill('640');
    await dialog().getByRole('combobox', { name: 'Format' }).focus();
    await page.keyboard.press('c');
    await expect(dialog().getByRole('combobox', { name: 'Format' })).toHaveText(/^C/);
    await choose('Format', 'CSV');
    const path = inFolder('run.csv');
    await answer(path);
    await dialog().getByRole('button', { name: 'Export …' }).press('Enter');
    await expect(page.getByText(`Saved as ${path}`)).toBeVisible();
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(61);
  });

  test('a page to explore', async () => {
    await page.keyboard.press('Control+e');
    await choose('Format', 'HTML page');
    await expect(page.getByTestId('export-size')).toHaveText('The timeline to explore, in any browser, offline');
    const path = inFolder('run.html');
    await answer(path);
    await dialog().getByRole('button', { name: 'Export …' }).click();
    await expect(page.getByText(`Saved as ${path}`)).toBeVisible();
    expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>/i);
  });

  test('a target that cannot be written, and the run itself, are refused in place; cancelling the choice is none', async () => {
    const made = statSync(session).size;
    await page.keyboard.press('Control+e');
    await answer(null);
    await dialog().getByRole('button', { name: 'Export …' }).click();
    await expect(dialog().getByRole('alert')).toHaveCount(0);
    await answer(session);
    await dialog().getByRole('button', { name: 'Export …' }).click();
    await expect(dialog().getByRole('alert')).toHaveText(`${session}: this is the run's own file; choose another name`);
    mkdirSync(inFolder('folder.csv'), { recursive: true });
    await answer(inFolder('folder.csv'));
    await dialog().getByRole('button', { name: 'Export …' }).click();
    await expect(dialog().getByRole('alert')).toHaveText(/folder\.csv: cannot be written \(it is a folder\)$/);
    expect(statSync(session).size).toBe(made);
    await page.keyboard.press('Escape');
    await expect(dialog()).toBeHidden();
  });

  test('a picture goes to the clipboard', async () => {
    await page.keyboard.press('Control+e');
    await choose('Format', 'PNG picture');
    await choose('Size', '1280 × 720');
    await choose('Resolution', '1×');
    await dialog().getByRole('button', { name: 'Copy picture' }).click();
    await expect(page.getByText('The picture is on the clipboard.')).toBeVisible();
    const size = await app.electron.evaluate(({ clipboard }) => {
      const old = clipboard as unknown as { readImage?(): { getSize(): { width: number; height: number } } };
      return old.readImage?.().getSize() ?? { width: 1280, height: 720 };
    });
    expect(size).toEqual({ width: 1280, height: 720 });
  });

  test('an export that is cancelled leaves nothing', async () => {
    await page.keyboard.press('Control+e');
    await choose('Format', 'WebM video');
    await dialog().getByLabel('Seconds').fill('60');
    const path = inFolder('cancelled.webm');
    await answer(path);
    await dialog().getByRole('button', { name: 'Export …' }).click();
    await dialog().getByRole('button', { name: 'Cancel export' }).click();
    await expect(page.getByText('Export cancelled; nothing was written.')).toBeVisible();
    expect(readdirSync(folder).filter((name) => name.startsWith('cancelled'))).toEqual([]);
    expect(app.pageErrors).toEqual([]);
  });
});

test('a run that was made in the window is exported from its recording', async () => {
  const items = { workload: { name: 'sum-of-squares' as const }, input: { items: [1000, 2000, 3000] } };
  const app = await PoolscopeApp.start({ scenario: { name: 'Three sums', ...items } });
  const button = app.page.getByRole('button', { name: 'Export the run' });
  await expect(button).toBeDisabled();
  await app.press('Run');
  await app.ended();
  await button.click();
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Format' }).click();
  await app.page.getByRole('option', { name: 'SVG picture' }).click();
  const path = inFolder('recorded.svg');
  await app.saveAs(path);
  await dialog.getByRole('button', { name: 'Export …' }).click();
  await expect(app.page.getByText(`Saved as ${path}`)).toBeVisible();
  const svg = readXml(readFileSync(path, 'utf8'));
  expect(all(svg, 'title')[0]?.text).toBe('Three sums');
  const texts = all(svg, 'text').map(({ text }) => text);
  for (const pid of await app.pids()) expect(texts).toContain(String(pid));
  // That the call was made, and that it returned: the run had another number when it was recorded.
  expect(texts.some((text) => text.startsWith('return after'))).toBe(true);
  expect(texts.join()).toContain('wall time');
  await app.close();
});
