/**
 * Iteration counts to colours: cividis, whose lightness rises evenly and which looks the same with and without red-green
 * colour blindness. Source: Nuñez, Anderton, Renslow, PLOS ONE 13(7), 2018. Points inside the set are black.
 */
import { interpolateCividis, rgb } from 'd3';

const STEPS = 1024;
const BLACK = 0xff000000;

/** Colours as canvas pixels: 0xAABBGGRR, the byte order of image data on every machine that Electron runs on. */
const palette = Uint32Array.from({ length: STEPS }, (_, step) => {
  const { r, g, b } = rgb(interpolateCividis(step / (STEPS - 1)));
  return (0xff000000 | (b << 16) | (g << 8) | r) >>> 0;
});

/** Counts grow exponentially towards the set: equal ratios get equal steps of colour. From here on all is brightest. */
const BRIGHTEST = 128;

/** Position of a count on the scale from the first step out to the set's edge; 0..1. */
export function lightnessOf(iterations: number, maxIterations: number): number {
  return Math.min(1, Math.log1p(iterations) / Math.log1p(Math.min(BRIGHTEST, maxIterations)));
}

/** The colour of a count as 0xAABBGGRR. */
export function colourOf(iterations: number, maxIterations: number): number {
  if (iterations >= maxIterations) return BLACK;
  return palette[Math.round(lightnessOf(iterations, maxIterations) * (STEPS - 1))] ?? BLACK;
}

/** Writes the colours of a tile into the pixels of an image of the same size. */
export function colourTile(iterations: Uint32Array, maxIterations: number, pixels: Uint32Array): void {
  for (const [index, count] of iterations.entries()) pixels[index] = colourOf(count, maxIterations);
}
