/** The app with its window. `openApp` reads as its table of contents. */
import { resolve } from 'node:path';
import { app, type BrowserWindow, Menu, nativeTheme } from 'electron';
import type { AppInfo } from '../shared/ipc';
import { EVENT_CHANNEL } from '../shared/ipc-channels';
import { isLabName, LAB_NAMES } from '../shared/labs';
import { isLessonName, LESSON_NAMES } from '../shared/lesson-names';
import type { WindowEvent } from '../shared/window-events';
import { BreakEvenService } from './break-even/break-even-service';
import { busyCores } from './break-even/busy-cores';
import { CostsFile } from './break-even/costs-file';
import { thisMachine } from './break-even/this-machine';
import { built } from './built';
import { ChaosBench } from './chaos/chaos-bench';
import { ExportService } from './export/export-service';
import { RunFiles } from './export/run-files';
import { AskedFiles } from './files/asked-files';
import { detectFormat } from './files/detect-format';
import { OpenService } from './files/open-service';
import { chooseExport } from './ipc/choose-export';
import { chooseWorkshopPath } from './ipc/choose-workshop';
import { Gate } from './ipc/gate';
import { makeHandlers } from './ipc/handlers';
import { Recordings } from './library/recordings';
import { readScenario } from './read-scenario';
import { RepeatService } from './repeat/repeat-service';
import { resource } from './resources';
import { RunService } from './run/run-service';
import { SettingsStore } from './settings-store';
import { tidy } from './tidy';
import { APP_ORIGIN, serveContent } from './window/content';
import { harden } from './window/harden';
import { openMainWindow } from './window/main-window';
import { shippedNames } from './workshops/shipped-workshops';
import { WorkshopFiles } from './workshops/workshop-files';

/** @param args from the command line: a scenario, workshop, session or trace; `--lesson`, `--lab`, `--workshop` with a name */
export async function openApp(args: readonly string[]): Promise<void> {
  const asked = new AskedFiles(app);
  await app.whenReady();
  harden();
  serveContent(built('renderer'));
  void tidy();
  setMenu();
  const defaultScenario = await readScenario(resource('scenarios', 'default.json'));
  const settings = new SettingsStore(app.getPath('userData'));
  nativeTheme.themeSource = settings.value.theme;
  const window = openMainWindow();
  /** What follows the events of the window, in this order; the window itself is the last. */
  const followers: { take(event: WindowEvent): void }[] = [];
  const send = (event: WindowEvent): void => {
    for (const follower of followers) follower.take(event);
  };
  const recordings = new Recordings(app.getPath('userData'), settings, send);
  const files = new RunFiles(recordings.places);
  followers.push(recordings, files, pageOf(window));
  let lastRunId = 0;
  const runs = new RunService(
    send,
    () => ++lastRunId,
    (run, runId) => recordings.autosave.begin(run, runId),
  );
  const chaos = new ChaosBench(runs, send);
  const repeats = new RepeatService(runs, send);
  const breakEven = new BreakEvenService({
    runs,
    file: new CostsFile(app.getPath('userData')),
    machine: thisMachine(),
    busyCores,
    engine: 'utility-process',
    send,
  });
  const opens = new OpenService(send, () => ++lastRunId);
  const gate = new Gate(APP_ORIGIN);
  const exports = new ExportService({
    gate,
    fileOf: (runId) => files.fileOf(runId),
    choosePath: (request, source) => chooseExport(window, request, source, files.titleOf(request.runId)),
    tell: send,
  });
  const workshops = new WorkshopFiles(settings, (title) => chooseWorkshopPath(window, title));
  const services = { workshops, runs, opens, chaos, repeats, breakEven, recordings, exports };
  const asks = args.length > 0 ? args : [asked.first()].filter((path) => path !== undefined);
  const parts = { window, ...services, settings, defaultScenario, opened: await opened(asks) };
  gate.admit(window.webContents, makeHandlers(parts));
  asked.follow((path) => send({ type: 'file-asked', path }));
  quitWith(async () => {
    await closed(window);
    await Promise.all([runs.shutDown(), opens.shutDown(), exports.shutDown()]);
    await recordings.shutDown();
    await settings.saved();
  });
  // The hidden window of an export does not keep the app open.
  window.once('closed', () => app.quit());
  window.webContents.on('render-process-gone', (_, { reason }) => {
    console.error(`The window's process ended (${reason}); Poolscope closes.`);
    app.quit();
  });
}

/** The page in the window, as long as there is one. */
const pageOf = (window: BrowserWindow) => ({
  take(event: WindowEvent): void {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
  },
});

async function opened([file, name = '']: readonly string[]): Promise<AppInfo['opened']> {
  if (file === undefined) return null;
  if (file === '--lesson') return isLessonName(name) ? { lesson: name } : { trouble: noSuch(file, LESSON_NAMES, name) };
  if (file === '--lab') return isLabName(name) ? { lab: name } : { trouble: noSuch(file, LAB_NAMES, name) };
  if (file === '--workshop') return askedWorkshop(name);
  const path = resolve(file);
  try {
    return (await detectFormat(path)) === 'scenario' ? { scenario: await readScenario(path) } : { path };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

const noSuch = (flag: string, names: readonly string[], name: string): string =>
  `${flag}: expected one of ${names.join(', ')}, got ${name === '' ? 'nothing' : name}`;

/** A name of those that ship with the app, or a file. */
async function askedWorkshop(name: string): Promise<AppInfo['opened']> {
  const names = await shippedNames();
  if (names.includes(name)) return { workshop: { name } };
  const path = resolve(name);
  const format = name === '' ? null : await detectFormat(path).catch(() => null);
  if (format === 'workshop') return { workshop: { path } };
  return { trouble: noSuch('--workshop', [...names, 'a workshop file'], name) };
}

const CLOSE_GRACE_MS = 2000;

/** A page that is closed, not cut off, can still save what was typed a moment ago. */
async function closed(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const gone = new Promise<void>((resolve) => window.once('closed', resolve));
  window.close();
  // A page that hangs would keep the app from ever ending.
  const late = setTimeout(() => window.destroy(), CLOSE_GRACE_MS);
  await gone;
  clearTimeout(late);
}

/** Quitting waits until every worker is gone. */
function quitWith(shutDown: () => Promise<void>): void {
  let quitting = false;
  let down = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (down) return;
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    shutDown()
      .catch((error) => console.error(error))
      .finally(() => {
        down = true;
        app.quit();
      });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

/** macOS needs a menu for its editing shortcuts; elsewhere the window has all there is. */
function setMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'viewMenu' }, { role: 'windowMenu' }]),
  );
}
