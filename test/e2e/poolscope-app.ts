/** The one driver of the window: starts real Electron with a data folder of its own, speaks in the app's own words. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Locator, type Page } from 'playwright/test';
import type {} from '../../src/renderer/window-api';
import type { ScenarioDraft } from '../../src/shared/scenario';
import { ROOT } from './command-line';
import { allGone, descendants } from './processes';

const electronPath = createRequire(import.meta.url)('electron') as unknown as string;

export interface StartOptions {
  /** What the form holds at the start; left out: the scenario that ships with the app. */
  readonly scenario?: Omit<ScenarioDraft, 'version'>;
  /** Text of settings.json, instead of `scenario`. */
  readonly settings?: string;
  /** File on the command line. */
  readonly file?: string;
  /** Other words of the command line. */
  readonly args?: readonly string[];
}

export class PoolscopeApp {
  private constructor(
    readonly electron: ElectronApplication,
    readonly page: Page,
    readonly userData: string,
    readonly mainPid: number,
    /** Everything that went wrong in the page; a test that expects nothing of the kind checks it. */
    readonly pageErrors: string[],
  ) {}

  static async start({ scenario, settings, file, args }: StartOptions = {}): Promise<PoolscopeApp> {
    const userData = mkdtempSync(join(tmpdir(), 'poolscope-app-'));
    if (settings !== undefined) writeFileSync(join(userData, 'settings.json'), settings);
    else if (scenario !== undefined) {
      const lastScenario = { version: 1, ...scenario };
      writeFileSync(join(userData, 'settings.json'), JSON.stringify({ version: 1, lastScenario }));
    }
    return PoolscopeApp.startIn(userData, ...(args ?? (file === undefined ? [] : [file])));
  }

  /** @param args of the command line */
  static async startIn(userData: string, ...args: string[]): Promise<PoolscopeApp> {
    const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const electron = await _electron.launch({
      executablePath: electronPath,
      args: [...sandbox, ROOT, '--', ...args],
      // Playwright would make every page light; the app's own theme is to be seen.
      colorScheme: null,
      env: { ...(process.env as Record<string, string>), POOLSCOPE_USER_DATA: userData },
    });
    const page = await electron.firstWindow();
    const pageErrors: string[] = [];
    page.on('pageerror', (error) => pageErrors.push(error.message));
    await page.locator('h1').waitFor();
    const mainPid = await electron.evaluate(() => process.pid);
    return new PoolscopeApp(electron, page, userData, mainPid, pageErrors);
  }

  /** No window becomes larger than its display: there it is as large as that lets it be. */
  async resize(width: number, height: number): Promise<void> {
    const given = await this.electron.evaluate(
      ({ BrowserWindow, screen }, [w, h]) => {
        const room = screen.getPrimaryDisplay().workAreaSize;
        const [most, highest] = [Math.min(w, room.width), Math.min(h, room.height)];
        BrowserWindow.getAllWindows()[0]?.setContentSize(most, highest);
        return most;
      },
      [width, height] as const,
    );
    // Chromium makes a window that would cover its display one pixel smaller, lest it count as full screen.
    await this.page.waitForFunction((w) => Math.abs(innerWidth - w) <= 1, given);
  }

  get status(): Locator {
    // A lesson has one of its own.
    return this.page.getByRole('banner').getByRole('status');
  }

  get lanes(): Locator {
    return this.page.getByTestId('lanes');
  }

  /** PIDs of the lanes, replacements too. */
  async pids(): Promise<number[]> {
    const text = (await this.lanes.getAttribute('data-pids')) ?? '';
    return text.split(' ').filter(Boolean).map(Number);
  }

  async press(button: 'Run' | 'Stop' | 'Kill'): Promise<void> {
    // Of the whole run: a row of workers has a button to kill one, advice one to "Run it", the comparison two more.
    await this.page.getByRole('button', { name: new RegExp(`^${button}(?! worker| it | again| each )`) }).click();
  }

  /** Waits until `count` lanes are ready for tasks or at them. */
  async workersReady(count: number): Promise<void> {
    const ready = this.lanes.locator('li:not([data-state=booting]):not([data-state=exited]):not([data-state=crashed])');
    await expect(ready).toHaveCount(count);
  }

  /** Waits for the end of the run. @returns how it went, in words */
  async ended(): Promise<string> {
    await expect(this.status).toHaveText(/^(Finished|Stopped|Killed|Not run|The engine failed|It failed)/, {
      timeout: 60_000,
    });
    return (await this.status.textContent()) ?? '';
  }

  /** What the person chooses in the next save dialogs of the system; null: they cancel. */
  async saveAs(path: string | null): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
    }, path);
  }

  /** Closes the window; no process of the app may be left. */
  async close(): Promise<void> {
    const processes = [this.mainPid, ...descendants(this.mainPid)];
    await this.electron.close();
    await allGone(processes);
    rmSync(this.userData, { recursive: true, force: true });
  }
}
