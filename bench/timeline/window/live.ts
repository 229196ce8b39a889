/** A session that happens while it is watched: tasks come in as batches, as main would send them. */
import { setTimeout as after } from 'node:timers/promises';
import type { Figures, LiveRequest } from '../protocol';
import { SessionEvents } from '../session-events';
import { RealWindow } from './real-window';
import { recordFrames } from './recording';

/** As often as main sends batches. */
const BATCH_MS = 33;
/** What a task takes besides its run: loading, pickling, messages. */
const OVERHEAD_NS = 24e3;

export async function measureLive({ tasks, workers, tasksPerSecond }: LiveRequest): Promise<Figures> {
  const real = await RealWindow.open();
  const meanNs = (workers / tasksPerSecond) * 1e9 - OVERHEAD_NS;
  const session = new SessionEvents({ tasks, workers, meanNs, seed: 11 });
  await real.page.drawn();
  let slowestMs = 0;
  const frames = await recordFrames(real.window.webContents, async () => {
    slowestMs = await feed(real, session);
  });
  await real.page.drawn();
  const rowsMissing = tasks - (await real.rows());
  const generated = tasks / ((session.endedAt - session.calledAt) / 1e9);
  return { ...frames, slowestMs, tasksPerSecond: generated, rowsMissing };
}

/** @returns the longest time that the window took for a batch, in ms */
async function feed(real: RealWindow, session: SessionEvents): Promise<number> {
  let slowestMs = 0;
  real.post(session.started);
  real.post({ type: 'called', runId: session.started.runId, at: session.calledAt });
  const begin = performance.now();
  let sentAt = begin;
  while (!session.isOver) {
    await after(BATCH_MS);
    slowestMs = Math.max(slowestMs, real.unacknowledged > 0 ? performance.now() - sentAt : 0);
    if (real.unacknowledged > 0) continue;
    sentAt = performance.now();
    real.post(session.until(session.calledAt + (sentAt - begin) * 1e6));
  }
  real.post(session.ended());
  return slowestMs;
}
