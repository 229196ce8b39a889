import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { ROOT } from './command-line';
import { PoolscopeApp } from './poolscope-app';

let app: PoolscopeApp;
test.beforeEach(async () => {
  app = await PoolscopeApp.start();
});
test.afterEach(async () => app.close());

test('the page has no node, only the calls of the contract', async () => {
  expect(
    await app.page.evaluate(() => [
      typeof (globalThis as Record<string, unknown>).require,
      typeof (globalThis as Record<string, unknown>).process,
      Object.keys(window.poolscope).sort(),
    ]),
  ).toEqual(['undefined', 'undefined', ['call', 'onEvent', 'pathOf']]);
});

test('a request that does not fit its schema is answered with one sentence', async () => {
  const answer = await app.page.evaluate(() => window.poolscope.call('run:stop', { runId: 'x' } as never));
  expect(answer).toEqual({ ok: false, message: expect.stringContaining('runId: expected') });
});

test('a page that is not the window is refused', async () => {
  const answer = await app.electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('poolscope://app/index.html');
      const answered: unknown = await other.webContents.executeJavaScript(
        "window.poolscope.call('app:info', undefined)",
      );
      other.destroy();
      return answered;
    },
    join(ROOT, 'out/preload/index.cjs'),
  );
  expect(answer).toEqual({ ok: false, message: 'This page may not call Poolscope.' });
});

test('navigation, new windows, permissions and the network are refused', async () => {
  const { page } = app;
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(await page.evaluate(() => fetch('https://example.com/').then(String, () => 'refused'))).toBe('refused');
  expect(page.url()).toBe(before);
});

test('scripts that are not files of the app do not run', async () => {
  const ran = await app.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    return 'injected' in window;
  });
  expect(ran).toBe(false);
});

test('nothing but the app’s own folder is served', async () => {
  const statuses = await app.electron.evaluate(({ net }) =>
    Promise.all(
      ['poolscope://app/..%2f..%2fpackage.json', 'poolscope://other/index.html', 'poolscope://app/nope.js'].map(
        async (url) => (await net.fetch(url)).status,
      ),
    ),
  );
  expect(statuses).toEqual([404, 404, 404]);
});
