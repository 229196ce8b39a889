/** A browser with nothing of Poolscope in it, for what anybody opens: Chromium as Electron has it, without network. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import { electronFor } from '../../scripts/launch/headless-electron.mjs';
import { workFolder } from './made-session';

const MAIN = `
const { app, BrowserWindow, session, nativeTheme } = require('electron');
app.whenReady().then(() => {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const own = ['file:', 'data:', 'blob:', 'devtools:'].some((start) => url.startsWith(start));
    if (!own) (globalThis.asked ??= []).push(url);
    answer({ cancel: !own });
  });
  new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, backgroundThrottling: false } })
    .loadURL('about:blank');
});
app.on('window-all-closed', () => app.quit());
`;

export class PlainBrowser {
  /** Errors of pages, and what their consoles were told of them. */
  readonly errors: string[] = [];

  private constructor(
    private readonly electron: ElectronApplication,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && this.errors.push(message.text()));
  }

  static async start(): Promise<PlainBrowser> {
    const app = workFolder();
    writeFileSync(
      join(app, 'package.json'),
      JSON.stringify({ name: 'plain-browser', version: '1.0.0', main: 'main.cjs' }),
    );
    writeFileSync(join(app, 'main.cjs'), MAIN);
    const { file, args } = electronFor(app);
    const env = { ...(process.env as Record<string, string>), ELECTRON_RUN_AS_NODE: '' };
    const electron = await _electron.launch({ executablePath: file, args: [...args], colorScheme: null, env });
    return new PlainBrowser(electron, await electron.firstWindow());
  }

  async open(path: string): Promise<void> {
    await this.page.goto(pathToFileURL(path).href);
  }

  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.electron.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.electron.evaluate(
      ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
      [width, height] as const,
    );
    await this.page.waitForFunction((w) => innerWidth === w, width);
  }

  /** What pages wanted from the network. */
  requests(): Promise<string[]> {
    return this.electron.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);
  }

  close(): Promise<void> {
    return this.electron.close();
  }
}
