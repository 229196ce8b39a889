/** Asks where a workshop is to be saved. */
import { type BrowserWindow, dialog } from 'electron';
import { fileName, withEnding } from '../file-name';

/** @returns an absolute path, or null when the person cancels */
export async function chooseWorkshopPath(window: BrowserWindow, title: string): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save workshop',
    defaultPath: `${fileName(title, 'workshop')}.json`,
    filters: [{ name: 'Poolscope workshop', extensions: ['json'] }],
  });
  if (!filePath) return null;
  return withEnding(filePath, 'json');
}
