/** What main does for each call of the contract. */
import { cpus } from 'node:os';
import { app, type BrowserWindow, clipboard, nativeTheme } from 'electron';
import type { AppInfo, ResultPreview } from '../../shared/ipc';
import type { Scenario } from '../../shared/scenario';
import type { BreakEvenService } from '../break-even/break-even-service';
import type { ChaosBench } from '../chaos/chaos-bench';
import { NO_LIMITS } from '../engines/engine';
import { engineFor } from '../engines/registry';
import type { ExportService } from '../export/export-service';
import { openFile } from '../files/open-file';
import type { OpenService } from '../files/open-service';
import { sendGallery } from '../gallery/gallery';
import type { Recordings } from '../library/recordings';
import type { RepeatService } from '../repeat/repeat-service';
import { resource } from '../resources';
import { ModuleConsent } from '../run/module-consent';
import { asTile, previewResult } from '../run/preview-result';
import { priceTask } from '../run/price-task';
import type { RunService } from '../run/run-service';
import type { SettingsStore } from '../settings-store';
import type { WorkshopFiles } from '../workshops/workshop-files';
import { chooseFile } from './choose-file';
import { chooseModule } from './choose-module';
import { exportLab } from './export-lab';
import type { WindowHandlers } from './gate';
import { recordingHandlers } from './recording-handlers';
import { saveScenario } from './save-scenario';

export interface HandlerParts {
  readonly window: BrowserWindow;
  readonly runs: RunService;
  readonly opens: OpenService;
  readonly chaos: ChaosBench;
  readonly repeats: RepeatService;
  readonly breakEven: BreakEvenService;
  readonly recordings: Recordings;
  readonly exports: ExportService;
  readonly workshops: WorkshopFiles;
  readonly settings: SettingsStore;
  readonly defaultScenario: Scenario;
  readonly opened: AppInfo['opened'];
}

export function makeHandlers({
  window,
  runs,
  opens,
  chaos,
  repeats,
  breakEven,
  recordings,
  exports,
  workshops,
  settings,
  defaultScenario,
  opened,
}: HandlerParts): WindowHandlers {
  const consent = new ModuleConsent(window, settings);
  return {
    'app:info': () => {
      // The page listens from now on: what a crash has left is told then.
      setImmediate(() => void recordings.tidy());
      return {
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        node: process.versions.node,
        chrome: process.versions.chrome ?? '',
        platform: process.platform,
        cpuModel: cpus()[0]?.model.trim() ?? 'unknown',
        cores: Math.max(1, cpus().length),
        mainPid: process.pid,
        defaultScenario,
        opened,
        settings: settings.value,
        notices: settings.takeNotices(),
      };
    },
    'settings:write': (change) => {
      if (change.theme !== undefined) nativeTheme.themeSource = change.theme;
      settings.change(change);
      if (change.recordings !== undefined) void recordings.autosave.makeRoom();
    },
    'file:open': async ({ path: given, beside }) => {
      const path = given ?? (await chooseFile(window));
      return path === null ? null : openFile(path, beside, { opens, runs, workshops });
    },
    'file:cancel': ({ runId }) => opens.cancel(runId),
    'scenario:save': (scenario) => saveScenario(window, scenario),
    'workshop:list': () => workshops.list(),
    'workshop:open': ({ source }) => workshops.open(source),
    'workshop:save': (request) => workshops.save(request),
    'module:choose': () => chooseModule(window),
    'run:start': async (scenario) => {
      if (!(await consent.allows(scenario))) return null;
      const runId = runs.start(scenario);
      opens.abandon(false);
      return runId;
    },
    'experiment:start': (experiment) => {
      const runId = runs.startExperiment(experiment);
      opens.abandon(false);
      return runId;
    },
    'run:stop': ({ runId }) => runs.stop(runId),
    'run:kill': ({ runId }) => runs.kill(runId),
    'run:kill-worker': ({ runId, worker }) => runs.get(runId).killWorker(worker),
    'run:resize': ({ runId, processes }) => runs.resize(runId, processes),
    'run:ack': ({ runId }) => {
      if (!opens.ack(runId)) runs.ack(runId);
    },
    'chaos:start': async (request) => {
      if (!(await consent.allows(request.scenario))) return false;
      chaos.start(request);
      opens.abandon(false);
      return true;
    },
    'chaos:cancel': () => chaos.cancel(),
    'repeat:start': async (request) => {
      for (const scenario of request.scenarios) if (!(await consent.allows(scenario))) return false;
      repeats.start(request);
      return true;
    },
    'repeat:cancel': () => repeats.cancel(),
    'break-even:read': () => breakEven.progress,
    'break-even:start': () => breakEven.start(),
    'break-even:cancel': () => breakEven.cancel(),
    'export:start': (request) => exports.start(request),
    'export:cancel': () => exports.cancel(),
    'export:show': () => exports.show(),
    'lab:export': (request) => exportLab(window, request),
    'results:read': ({ runId, tasks }) => {
      const { results } = runs.get(runId);
      return tasks.flatMap((task): ResultPreview[] => {
        const result = results.get(task);
        return result === undefined ? [] : [previewResult(task, result)];
      });
    },
    'results:tiles': ({ runId, tasks }) => {
      const { results } = runs.get(runId);
      return tasks.flatMap((task) => asTile(task, results.get(task)) ?? []);
    },
    'task:price': ({ runId, task, side }) => priceTask(runs.get(runId), task, side),
    'lesson:gallery': () => {
      if (runs.isBusy) throw new Error('A run is under way, and would be disturbed. Send them when it has ended.');
      return sendGallery(resource('lessons', 'pickling-gallery.mjs'), engineFor('utility-process', NO_LIMITS));
    },
    'clipboard:write': (text) => clipboard.writeText(text),
    ...recordingHandlers({ window, recordings, opens, runs, workshops }),
    'window:full-screen': (wanted) => {
      const full = wanted === 'toggle' ? !window.isFullScreen() : wanted === 'on';
      window.setFullScreen(full);
      return full;
    },
  };
}
