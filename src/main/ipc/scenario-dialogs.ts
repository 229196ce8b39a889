/** Opening and saving scenario files where the person says. */
import { dirname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import type { ScenarioFile } from '../../shared/ipc';
import { formatScenario } from '../../shared/parse-scenario';
import type { Scenario } from '../../shared/scenario';
import { withRelativeModule } from '../module-path';
import { readScenario } from '../read-scenario';

const FILTERS = [{ name: 'Poolscope scenario', extensions: ['json'] }];

/** @returns null when the person cancels @throws ScenarioFileError */
export async function openScenario(window: BrowserWindow): Promise<ScenarioFile | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open scenario',
    filters: FILTERS,
    properties: ['openFile'],
  });
  const [path] = filePaths;
  return path === undefined ? null : { path, scenario: await readScenario(path) };
}

/** @returns null when the person cancels */
export async function saveScenario(window: BrowserWindow, scenario: Scenario): Promise<ScenarioFile | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save scenario',
    defaultPath: `${fileName(scenario.name)}.json`,
    filters: FILTERS,
  });
  if (!filePath) return null;
  await writeFileAtomic(filePath, formatScenario(withRelativeModule(scenario, dirname(filePath))));
  return { path: filePath, scenario };
}

/** A name that every file system takes. */
function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? 'scenario' : plain;
}
