/** `npm run screenshots`: pictures for the README and the icon, made from the running app on a virtual display. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { giveUp, say } from './lib/console.mjs';
import { inProject, ROOT } from './lib/paths.mjs';
import { startXvfb } from './lib/xvfb.mjs';
import { prepare } from './prepare/prepare.mjs';

/** @typedef {{ file: string, scenario: string, tab: string, scheme: 'light' | 'dark', size: [number, number], select: boolean, args?: string[], keys?: string[] }} Shot */

/** @type {Shot[]} */
const SHOTS = [
  { file: 'window-light.png', scenario: 'default', tab: 'Workers', scheme: 'light', size: [1440, 900], select: true },
  { file: 'window-dark.png', scenario: 'mandelbrot', tab: 'Picture', scheme: 'dark', size: [1440, 900], select: false },
  // The second step of the workshop: a lesson, with its notes for the teacher.
  {
    file: 'workshop.png',
    scenario: 'default',
    tab: 'Code',
    scheme: 'light',
    size: [1440, 900],
    select: false,
    args: ['--workshop', 'two-hours'],
    keys: ['Control+]'],
  },
];

/** @param {string} electron @param {Shot} shot @param {NodeJS.ProcessEnv} env */
async function take(electron, { file, scenario, tab, scheme, size, select, args = [], keys = [] }, env) {
  const userData = mkdtempSync(join(tmpdir(), 'poolscope-shot-'));
  const lastScenario = JSON.parse(readFileSync(inProject('resources', 'scenarios', `${scenario}.json`), 'utf8'));
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ version: 1, theme: scheme, lastScenario }));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandbox, ROOT, '--', ...args],
    colorScheme: scheme,
    env: /** @type {Record<string, string>} */ ({ ...env, POOLSCOPE_USER_DATA: userData }),
  });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: /^Run/ }).waitFor();
  await app.evaluate(({ BrowserWindow }, [width, height]) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Space');
  await page.getByText(/^Finished/).waitFor({ timeout: 120_000 });
  if (select) {
    await page.getByRole('tab', { name: 'Results' }).click();
    await page.getByRole('grid', { name: 'Results' }).getByRole('row').nth(3).click();
  }
  await page.getByRole('tab', { name: tab }).click();
  // Focus rings belong to a person at the keyboard, not into a picture.
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await page.screenshot({ path: inProject('docs', 'images', file) });
  await app.close();
  rmSync(userData, { recursive: true, force: true });
  say(`docs/images/${file}`);
}

/** The icon as a bitmap, for systems that take no SVG. @param {string} electron @param {NodeJS.ProcessEnv} env */
async function drawIcon(electron, env) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandbox, ROOT, '--'],
    env: /** @type {Record<string, string>} */ (env),
  });
  const svg = readFileSync(inProject('resources', 'icon.svg'), 'utf8');
  const page = await app.firstWindow();
  const png = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 512, height: 512 });
    canvas.getContext('2d')?.drawImage(image, 0, 0, 512, 512);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, svg);
  writeFileSync(inProject('resources', 'icon.png'), Buffer.from(png, 'base64'));
  await app.close();
  say('resources/icon.png');
}

try {
  const electron = await prepare({ xvfb: process.platform === 'linux' });
  const xvfb = process.platform === 'linux' ? await startXvfb() : null;
  const env = { ...process.env, ...(xvfb && { DISPLAY: xvfb.display }) };
  mkdirSync(inProject('docs', 'images'), { recursive: true });
  // Those that are named, or all of them.
  const named = process.argv.slice(2);
  const wanted = SHOTS.filter(({ file }) => named.length === 0 || named.includes(file));
  for (const shot of wanted) await take(electron, shot, env);
  if (named.length === 0) await drawIcon(electron, env);
  xvfb?.stop();
} catch (error) {
  giveUp(error);
}
