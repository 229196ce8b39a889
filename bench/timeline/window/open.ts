/** A whole session in the real window: how soon it is drawn, what it holds in memory, what each frame costs. */
import type { Figures, OpenRequest } from '../protocol';
import { SESSION } from '../session';
import { SessionEvents } from '../session-events';
import { type Area, type Hand, measureGestures } from './gestures';
import { RealWindow } from './real-window';
import { recordFrames } from './recording';
import { measureSearch } from './search';

/** Rows in a batch: as many as main would send to a window that is late by some seconds. */
const BATCH_ROWS = 65_536;
/** Sessions up to this size are made before the clock starts; larger ones would not leave the window its memory. */
const MADE_BEFORE = 2_000_000;
/** It doubles in 400 pixels. */
const HAND: Hand = { zoomWith: [], zoomBy: 55, homeKey: 'f' };
/** Of the labels at the left, and a margin. */
const GUTTER = 184;

export async function measureOpen({ tasks, workers, gestureMs }: OpenRequest): Promise<Figures> {
  const real = await RealWindow.open();
  const { page } = real;
  await page.drawn();
  const empty = await page.memory();
  let pictures: Pictures = { firstPictureMs: Number.NaN, pictureMs: Number.NaN };
  const opening = await recordFrames(page.contents, async () => {
    pictures = await openSession(real, tasks, workers);
  });
  const bytes = (await page.memory()) - empty;
  return {
    ...pictures,
    pictureScriptMs: opening.scriptSum,
    bytesPerTask: bytes / tasks,
    ...(await measureGestures(page, await plotArea(page), gestureMs, HAND)),
    searchMs: await measureSearch(page),
    rowsMissing: tasks - (await real.rows()),
  };
}

/** How long it took until the first tasks were drawn, and until all were, in ms. */
interface Pictures {
  readonly firstPictureMs: number;
  readonly pictureMs: number;
}

async function openSession(real: RealWindow, tasks: number, workers: number): Promise<Pictures> {
  const session = new SessionEvents({ ...SESSION, tasks, workers });
  const batches = tasks <= MADE_BEFORE ? allBatches(session) : null;
  const begunAt = performance.timeOrigin + performance.now();
  real.post(session.started);
  real.post({ type: 'called', runId: session.started.runId, at: session.calledAt });
  const [first = session.nextBlock(BATCH_ROWS), ...rest] = batches ?? [];
  await real.send(first);
  const firstPictureMs = (await real.page.drawn()) - begunAt;
  for (const batch of rest) await real.send(batch);
  if (batches === null) while (!session.isOver) await real.send(session.nextBlock(BATCH_ROWS));
  real.post(session.ended());
  // The whole run, with a little air, is what the window shows at the end; it says so after it has drawn it.
  const endMs = (session.endedAt * 1.03) / 1e6;
  const drawnAt = await real.page.evaluate<number>(`new Promise((done) => {
    const scroller = document.querySelector('.timeline-scroller');
    const look = () => {
      if (Math.abs(Number(scroller.dataset.endMs) - ${endMs}) > 1) return;
      observer.disconnect();
      requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
    };
    const observer = new MutationObserver(look);
    observer.observe(scroller, { attributes: true });
    look();
  })`);
  return { firstPictureMs, pictureMs: drawnAt - begunAt };
}

function allBatches(session: SessionEvents) {
  const batches = [];
  while (!session.isOver) batches.push(session.nextBlock(BATCH_ROWS));
  return batches;
}

async function plotArea(page: RealWindow['page']): Promise<Area> {
  const box = await page.evaluate<Area>(`(() => {
    const { left, top, width, height } = document.querySelector('.timeline-scroller').getBoundingClientRect();
    return { left, top, width, height };
  })()`);
  return { left: box.left + GUTTER, top: box.top + 8, width: box.width - GUTTER - 24, height: box.height - 16 };
}
