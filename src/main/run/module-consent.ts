/**
 * Asks before code of the user's runs for the first time, and again when it has changed: a scenario from somebody else
 * may name any file. Main asks, not the page, so that no page can answer for the person.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Scenario } from '../../shared/scenario';
import type { SettingsStore } from '../settings-store';

const RUN = 0;
const CANCEL = 1;
/** Files that are remembered; the oldest answer is asked for again. */
const MOST_FILES = 200;

export class ModuleConsent {
  constructor(
    private readonly window: BrowserWindow,
    private readonly settings: SettingsStore,
  ) {}

  /** Whether the scenario may run. @throws Error when its module cannot be read */
  async allows({ workload: { name, params } }: Scenario): Promise<boolean> {
    if (name !== 'module') return true;
    const file = String(params.file);
    const digest = await digestOf(file);
    const { modules } = this.settings.value;
    if (modules[file] === digest) return true;
    if (!(await this.ask(file, file in modules))) return false;
    const { [file]: _, ...others } = modules;
    const kept = Object.entries(others).slice(1 - MOST_FILES);
    this.settings.change({ modules: { ...Object.fromEntries(kept), [file]: digest } });
    return true;
  }

  private async ask(file: string, changed: boolean): Promise<boolean> {
    const { response } = await dialog.showMessageBox(this.window, {
      type: 'warning',
      title: 'Poolscope',
      message: changed ? 'This code has changed. Run it?' : 'Run this code?',
      detail: `${file}\n\nIt, and what it imports, runs in the worker processes with your own rights: it can read, change and delete your files. Run only code that you trust.`,
      buttons: ['Run', 'Cancel'],
      defaultId: CANCEL,
      cancelId: CANCEL,
      noLink: true,
    });
    return response === RUN;
  }
}

async function digestOf(file: string): Promise<string> {
  if (!isAbsolute(file)) throw new Error(`workload.params.file: expected an absolute path, got ${file}`);
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${file}: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  }
}
