/** Main process of the Electron that the bench measures: does one thing that it is asked, answers, and ends. */
import { join } from 'node:path';
import { app } from 'electron';
import { declareContentScheme } from '../../../src/main/window/content';
import type { Figures, TimelineReply, TimelineRequest } from '../protocol';
import { measureFile } from './file';
import { measureLive } from './live';
import { measureOpen } from './open';
import { measureSpeedscope } from './speedscope';

const userData = process.env.POOLSCOPE_BENCH_DATA;
app.setPath('userData', userData ?? join(import.meta.dirname, '..', '..', 'user-data'));
// Otherwise the page is told its memory in steps, and only now and then.
app.commandLine.appendSwitch('enable-precise-memory-info');
declareContentScheme();
app.on('window-all-closed', () => undefined);
// Not awaited: Electron is not ready before this module has ended.
void app.whenReady().then(() => process.on('message', (request) => void answer(request as TimelineRequest)));

async function answer(request: TimelineRequest): Promise<void> {
  const reply = await replyTo(request);
  process.send?.(reply, () => app.exit(0));
}

async function replyTo(request: TimelineRequest): Promise<TimelineReply> {
  try {
    const { electron = '', chrome = '', v8 = '' } = process.versions;
    return { figures: await measure(request), versions: { electron, chrome, v8 } };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function measure(request: TimelineRequest): Promise<Figures> {
  if (request.measure === 'live') return measureLive(request);
  if (request.measure === 'file') return measureFile(request);
  return request.viewer === 'speedscope' ? measureSpeedscope(request) : measureOpen(request);
}
