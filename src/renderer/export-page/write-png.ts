/** A run as one picture of pixels. */
import { FrameRenderer } from './frame-renderer';
import { momentOf } from './moment-of';
import type { Writer } from './writers';

export const writePng: Writer = async (facts, options, sink) => {
  const canvas = new FrameRenderer(facts, options).draw(momentOf(facts, options));
  sink.progress(0.5);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('This picture is too large to be drawn; choose a smaller size or scale.');
  await sink.write(new Uint8Array(await blob.arrayBuffer()));
};
