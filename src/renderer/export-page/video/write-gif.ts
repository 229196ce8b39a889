/** GIF: some frames are drawn first to choose the colours of all, then each is written as what has changed. */
import type { Theme } from '../../timeline/theme';
import type { Writer } from '../writers';
import { Film } from './film';
import { FilmProgress } from './film-progress';
import { GifEncoder } from './gif/gif-encoder';
import { UNCHANGED } from './gif/gif-parts';
import { ColorCounts } from './gif/palette';

/** Frames that are looked at for their colours. */
const SAMPLES = 12;

export const writeGif: Writer = async (facts, options, sink) => {
  const film = new Film(facts, options);
  const { plan, width, height } = film;
  const counts = new ColorCounts();
  for (let sample = 0; sample < SAMPLES; sample++) {
    film.draw(Math.round(((plan.frames - 1) * sample) / (SAMPLES - 1)));
    counts.add(pixelsOf(film.canvas));
    await breath();
  }
  const palette = counts.palette(colorsOf(film.theme), UNCHANGED);
  const gif = new GifEncoder(width, height, palette);
  const progress = new FilmProgress(sink, plan.frames);
  await sink.write(gif.head());
  for (let frame = 0; frame < plan.frames; frame++) {
    if (film.draw(frame) || frame === 0) {
      for (const piece of gif.add(pixelsOf(film.canvas), hundredths(frame, plan.fps))) await sink.write(piece);
    }
    progress.done(frame + 1);
  }
  for (const piece of gif.end(hundredths(plan.frames, plan.fps))) await sink.write(piece);
};

/** When a frame begins. Rounded from the begin on, so that 15 frames are a second all the same. */
export const hundredths = (frame: number, fps: number): number => Math.round((frame * 100) / fps);

function pixelsOf(canvas: HTMLCanvasElement): Uint32Array {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  if (pixels === undefined) throw new Error('There is no canvas to draw on.');
  return new Uint32Array(pixels.buffer);
}

/** Those that fill areas: they must not be off by a shade. */
function colorsOf({ paints, classes }: Theme): number[] {
  const all = [...Object.values(paints), ...Object.values(classes).flatMap((looks) => looks.map(({ paint }) => paint))];
  return all.flatMap(({ tile }) => [...tile]);
}

/** Messages are heard between two frames: that this export is no longer wanted, too. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
