/** Records what Chromium does while something else goes on, and reads the frames of one page out of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentTracing, type WebContents } from 'electron';
import { type FrameFigures, frameFigures, type TraceEvent } from '../frames';

/** `RunTask` comes with the first, frames and most scripts with the second, what a message from main starts with `v8`. */
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];

export async function recordFrames(contents: WebContents, during: () => Promise<void>): Promise<FrameFigures> {
  await contentTracing.startRecording({ included_categories: CATEGORIES, excluded_categories: ['*'] });
  const folder = await mkdtemp(join(tmpdir(), 'poolscope-bench-'));
  try {
    await during();
    const file = await contentTracing.stopRecording(join(folder, 'trace.json'));
    const { traceEvents } = JSON.parse(await readFile(file, 'utf8')) as { traceEvents: TraceEvent[] };
    return frameFigures(traceEvents, contents.getOSProcessId());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
