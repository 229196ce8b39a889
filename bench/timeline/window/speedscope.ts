/** The same session in the published speedscope, in a window of the same size and the same Chromium. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import type { Figures, OpenRequest } from '../protocol';
import { SESSION, SIZE } from '../session';
import { writeSpeedscope } from '../write-speedscope';
import { type Hand, measureGestures } from './gestures';
import { Page } from './page';

/** It zooms by a hundredth a pixel. */
const HAND: Hand = { zoomWith: ['control'], zoomBy: 10, homeKey: '0' };
/** Toolbar and minimap are above what is panned. */
const HEAD_PX = 140;

export async function measureSpeedscope({ tasks, workers, gestureMs, speedscope }: OpenRequest): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'poolscope-bench-'));
  try {
    const file = join(folder, 'session.speedscope.json');
    await writeSpeedscope(file, { ...SESSION, tasks, workers });
    const window = new BrowserWindow({ useContentSize: true, width: SIZE[0], height: SIZE[1], show: true });
    await window.loadFile(join(speedscope, 'index.html'));
    const page = new Page(window.webContents);
    await page.exists('input[type=file]');
    await page.drawn();
    const empty = await page.memory();
    const begunAt = performance.timeOrigin + performance.now();
    await page.chooseFile('input[type=file]', file);
    // Its own sign that a profile is open.
    await page.evaluate(`new Promise((done) => {
      const look = () => (document.body.innerText.includes('worker 0') ? done(true) : setTimeout(look, 10));
      look();
    })`);
    const pictureMs = (await page.drawn()) - begunAt;
    const bytesPerTask = ((await page.memory()) - empty) / tasks;
    const area = { left: 8, top: HEAD_PX, width: SIZE[0] - 16, height: SIZE[1] - HEAD_PX - 8 };
    return { pictureMs, bytesPerTask, ...(await measureGestures(page, area, gestureMs, HAND)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
