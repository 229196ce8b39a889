/** Lets the person choose a JavaScript file with a function of theirs. */
import { type BrowserWindow, dialog } from 'electron';

/** @returns its absolute path, or null when the person cancels */
export async function chooseModule(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose a JavaScript file',
    filters: [{ name: 'JavaScript', extensions: ['js', 'mjs', 'cjs'] }],
    properties: ['openFile'],
  });
  return filePaths[0] ?? null;
}
