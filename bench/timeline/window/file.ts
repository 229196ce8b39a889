/** A session file in the real window: how large it is, how soon it is drawn, what the window holds in memory. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figures, FileRequest } from '../protocol';
import { SESSION } from '../session';
import { SessionEvents } from '../session-events';
import { writeSession } from '../write-session';
import type { Page } from './page';
import { RealWindow } from './real-window';

export async function measureFile({ tasks, workers }: FileRequest): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'poolscope-bench-file-'));
  try {
    const path = join(folder, 'generated.poolscope');
    const fileBytes = await writeSession(path, new SessionEvents({ ...SESSION, tasks, workers }));
    const real = await RealWindow.open();
    const { page } = real;
    await page.drawn();
    const empty = await page.memory();
    const begunAt = performance.timeOrigin + performance.now();
    // As the page itself asks, whatever a person has opened the file with.
    const request = JSON.stringify({ path, beside: false });
    await page.evaluate(`window.poolscope.call('file:open', ${request}).then(({ ok, message }) => {
      if (!ok) throw new Error(message);
    })`);
    await rowsReach(page, 1);
    const firstPictureMs = (await page.drawn()) - begunAt;
    await rowsReach(page, tasks);
    const pictureMs = (await page.drawn()) - begunAt;
    const bytes = (await page.memory()) - empty;
    return {
      firstPictureMs,
      pictureMs,
      bytesPerTask: bytes / tasks,
      fileBytesPerTask: fileBytes / tasks,
      rowsMissing: tasks - (await real.rows()),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resolves once the window says that it has so many rows. */
async function rowsReach(page: Page, rows: number): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const look = () =>
      Number(document.querySelector('[data-testid=lanes]')?.dataset.rows ?? 0) >= ${rows} ? done() : setTimeout(look, 20);
    look();
  })`);
}
