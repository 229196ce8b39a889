/** Saving scenario files where the person says. */
import { dirname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import type { ScenarioFile } from '../../shared/ipc';
import { formatScenario } from '../../shared/parse-scenario';
import type { Scenario } from '../../shared/scenario';
import { fileName, withEnding } from '../file-name';
import { withRelativeModule } from '../module-path';

const FILTERS = [{ name: 'Poolscope scenario', extensions: ['json'] }];

/** @returns null when the person cancels */
export async function saveScenario(window: BrowserWindow, scenario: Scenario): Promise<ScenarioFile | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save scenario',
    defaultPath: `${fileName(scenario.name, 'scenario')}.json`,
    filters: FILTERS,
  });
  if (!filePath) return null;
  const path = withEnding(filePath, 'json');
  await writeFileAtomic(path, formatScenario(withRelativeModule(scenario, dirname(path))));
  return { path, scenario };
}
