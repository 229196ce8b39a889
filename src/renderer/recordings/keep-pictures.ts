/** Draws a picture of each run that has ended, for the list of recordings. Main keeps it where there is a recording. */
import { factsStore } from '../store';
import type { Facts } from '../store/facts';
import { drawPicture, PICTURE } from './draw-picture';

export function keepPictures(): void {
  factsStore.subscribe((now, before) => {
    if (now.ended === null || now.ended === before.ended) return;
    // Not in the frame in which the run ends: there is enough to draw in it.
    requestIdleCallback(() => void keepPicture(now), { timeout: 2000 });
  });
}

async function keepPicture(facts: Facts): Promise<void> {
  const { started } = facts;
  if (started === null || facts.data.table.length === 0) return;
  const { width, height, scale } = PICTURE;
  const canvas = new OffscreenCanvas(width * scale, height * scale);
  const ctx = canvas.getContext('2d');
  if (ctx === null) return;
  ctx.scale(scale, scale);
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  drawPicture(ctx as unknown as CanvasRenderingContext2D, facts, {
    run: colour('--picture-run'),
    boundary: colour('--picture-boundary'),
    trouble: colour('--picture-trouble'),
  });
  const png = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  // No picture is no trouble worth a word.
  await window.poolscope.call('recording:draw', { runId: started.runId, png });
}
