/** `poolscope export` of a picture or a video: drawn by a hidden window, for which there need be no display. */
import { app } from 'electron';
import type { PictureOptions } from '../../shared/picture-options';
import type { RunEvent } from '../../shared/run-events';
import { built } from '../built';
import { PartFile } from '../export/part-file';
import { drawExport } from '../export/picture/draw-export';
import { Gate } from '../ipc/gate';
import { APP_ORIGIN, serveContent } from '../window/content';
import { harden } from '../window/harden';
import { say } from './output';
import { showShare } from './progress';

/** @throws DrawingError, WriteFileError, or the signal's reason; nothing is left of the file then */
export async function drawSession(
  path: string,
  events: AsyncIterable<RunEvent>,
  options: PictureOptions,
  signal: AbortSignal,
): Promise<void> {
  await app.whenReady();
  // The hidden window is gone when all is drawn: what then happens is up to the command.
  app.on('window-all-closed', () => undefined);
  harden();
  serveContent(built('renderer'));
  const file = await PartFile.create(path);
  const progress = showShare(`drawing ${options.format}`);
  try {
    const gate = new Gate(APP_ORIGIN);
    const note = await drawExport({ gate, options, events, target: file, onProgress: progress.set, signal });
    await file.finish();
    progress.end();
    if (note !== null) say(`poolscope: ${note}`);
  } catch (error) {
    await file.drop();
    throw error;
  } finally {
    progress.end();
  }
}
