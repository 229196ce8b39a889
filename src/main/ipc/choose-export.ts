/** Asks where an export is to go. */
import { basename, dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { DrawnFormat } from '../../shared/picture-options';
import type { DataFormat, ExportRequest } from '../../shared/window-export';
import { fileName, withEnding } from '../file-name';

const KINDS: Readonly<Record<DataFormat | DrawnFormat, { readonly name: string; readonly extension: string }>> = {
  trace: { name: 'Chrome trace', extension: 'json' },
  csv: { name: 'CSV', extension: 'csv' },
  html: { name: 'HTML page', extension: 'html' },
  png: { name: 'PNG picture', extension: 'png' },
  svg: { name: 'SVG picture', extension: 'svg' },
  webm: { name: 'WebM video', extension: 'webm' },
  mp4: { name: 'MP4 video', extension: 'mp4' },
  gif: { name: 'GIF video', extension: 'gif' },
};

/** @param source the file of the run @param title of the run @returns an absolute path, or null when the person cancels */
export async function chooseExport(
  window: BrowserWindow,
  request: ExportRequest,
  source: string,
  title: string,
): Promise<string | null> {
  const { name, extension } = KINDS[request.kind === 'data' ? request.format : request.options.format];
  // Beside a file of the person's; recordings lie where nobody looks, and their names tell nothing.
  const own = source.startsWith(app.getPath('userData'));
  const folder = own ? app.getPath('documents') : dirname(source);
  const { filePath } = await dialog.showSaveDialog(window, {
    title: `Export as ${name}`,
    defaultPath: join(folder, `${own ? fileName(title, 'run') : basename(source, extname(source))}.${extension}`),
    filters: [{ name, extensions: [extension] }],
  });
  if (!filePath) return null;
  return withEnding(filePath, extension);
}
