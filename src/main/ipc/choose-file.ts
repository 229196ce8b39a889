/** Lets the person choose a file to open. */
import { type BrowserWindow, dialog } from 'electron';

const FILTERS = [
  { name: 'Sessions, scenarios and traces', extensions: ['poolscope', 'part', 'json', 'gz'] },
  { name: 'All files', extensions: ['*'] },
];

/** @returns its absolute path, or null when the person cancels */
export async function chooseFile(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open',
    filters: FILTERS,
    properties: ['openFile'],
  });
  return filePaths[0] ?? null;
}
