/** The app's own window with everything that belongs to it, but for runs: those are made up and fed to it. */
import { once } from 'node:events';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { BreakEvenService } from '../../../src/main/break-even/break-even-service';
import { busyCores } from '../../../src/main/break-even/busy-cores';
import { CostsFile } from '../../../src/main/break-even/costs-file';
import { thisMachine } from '../../../src/main/break-even/this-machine';
import { ChaosBench } from '../../../src/main/chaos/chaos-bench';
import { ExportService } from '../../../src/main/export/export-service';
import { OpenService } from '../../../src/main/files/open-service';
import { Gate } from '../../../src/main/ipc/gate';
import { makeHandlers } from '../../../src/main/ipc/handlers';
import { Recordings } from '../../../src/main/library/recordings';
import { readScenario } from '../../../src/main/read-scenario';
import { RepeatService } from '../../../src/main/repeat/repeat-service';
import { resource } from '../../../src/main/resources';
import { RunService } from '../../../src/main/run/run-service';
import { SettingsStore } from '../../../src/main/settings-store';
import { APP_ORIGIN, serveContent } from '../../../src/main/window/content';
import { harden } from '../../../src/main/window/harden';
import { openMainWindow } from '../../../src/main/window/main-window';
import { WorkshopFiles } from '../../../src/main/workshops/workshop-files';
import { EVENT_CHANNEL } from '../../../src/shared/ipc-channels';
import type { RunEvent } from '../../../src/shared/run-events';
import { SIZE } from '../session';
import { Page } from './page';

const BOTH_GONE = 2;
/** Those of made-up sessions that are fed to the window have another. */
const FILE_RUN_ID = 2;

export class RealWindow {
  private waiting = 0;
  private taken: (() => void) | undefined;

  private constructor(
    readonly window: BrowserWindow,
    readonly page: Page,
  ) {}

  static async open(): Promise<RealWindow> {
    harden();
    serveContent(join(import.meta.dirname, '..', 'renderer'));
    const window = openMainWindow();
    const shown = once(window, 'show');
    window.setContentSize(...SIZE);
    const send = (): void => undefined;
    const runs = new RunService(send, () => 1);
    const chaos = new ChaosBench(runs, send);
    const repeats = new RepeatService(runs, send);
    const settings = new SettingsStore(app.getPath('userData'));
    const defaultScenario = await readScenario(resource('scenarios', 'default.json'));
    const recordings = new Recordings(app.getPath('userData'), settings, send);
    const opens = new OpenService(
      (event) => window.webContents.send(EVENT_CHANNEL, event),
      () => FILE_RUN_ID,
    );
    const gate = new Gate(APP_ORIGIN);
    const nowhere = async (): Promise<never> => Promise.reject(new Error('Nothing is exported here.'));
    const exports = new ExportService({ gate, fileOf: nowhere, choosePath: nowhere, tell: send });
    const workshops = new WorkshopFiles(settings, nowhere);
    const breakEven = new BreakEvenService({
      runs,
      file: new CostsFile(app.getPath('userData')),
      machine: thisMachine(),
      busyCores,
      engine: 'utility-process',
      send,
    });
    const services = { workshops, runs, opens, chaos, repeats, breakEven, recordings, exports };
    const handlers = makeHandlers({ window, ...services, settings, defaultScenario, opened: null });
    const real = new RealWindow(window, new Page(window.webContents));
    gate.admit(window.webContents, {
      ...handlers,
      'run:ack': ({ runId }) => (opens.ack(runId) ? undefined : real.acknowledged()),
    });
    await shown;
    await real.page.exists('.timeline-canvas');
    return real;
  }

  /** Sends an event and, after a batch, waits until the window has taken all but one of those before it. */
  async send(event: RunEvent): Promise<void> {
    this.post(event);
    if (event.type !== 'telemetry') return;
    while (this.waiting >= BOTH_GONE) await new Promise<void>((resolve) => (this.taken = resolve));
  }

  /** Sends an event without waiting. */
  post(event: RunEvent): void {
    if (event.type === 'telemetry') this.waiting++;
    this.window.webContents.send(EVENT_CHANNEL, event);
  }

  /** How many rows the window has, as it says itself for screen readers and tests. */
  async rows(): Promise<number> {
    return Number(await this.page.evaluate("document.querySelector('[data-testid=lanes]').dataset.rows"));
  }

  /** Batches that the window has not taken yet. */
  get unacknowledged(): number {
    return this.waiting;
  }

  private acknowledged(): void {
    this.waiting--;
    this.taken?.();
  }
}
