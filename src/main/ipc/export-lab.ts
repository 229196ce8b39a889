/** Saving what a lab has come to where the person says. */
import { type BrowserWindow, dialog } from 'electron';
import type { LabName, ResultFormat } from '../../shared/labs';
import { checkWritable, writeFile } from '../export/write-file';
import { withEnding } from '../file-name';

const FILTERS: Readonly<Record<ResultFormat, string>> = {
  csv: 'Table',
  json: 'Table with its scenario',
  svg: 'Picture',
};

export interface LabExport {
  readonly lab: LabName;
  readonly format: ResultFormat;
  readonly text: string;
}

/** @returns null when the person cancels @throws WriteFileError */
export async function exportLab(window: BrowserWindow, { lab, format, text }: LabExport): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Export results',
    defaultPath: `${lab}.${format}`,
    filters: [{ name: FILTERS[format], extensions: [format] }],
  });
  if (!filePath) return null;
  const path = withEnding(filePath, format);
  await checkWritable(path);
  await writeFile(path, [text]);
  return path;
}
