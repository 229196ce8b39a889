/** Decodes videos, GIFs and pictures in the window's own browser, with a reader that had no part in writing them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { ROOT } from './command-line';

export interface DecodedFrame {
  readonly width: number;
  readonly height: number;
  /** When it is shown, in seconds. */
  readonly at: number;
  readonly seconds: number;
  /** Red, green, blue, opacity, row by row. */
  readonly pixels: Buffer;
}

interface Carried extends Omit<DecodedFrame, 'pixels'> {
  readonly base64: string;
}

const READER = join(ROOT, 'node_modules', 'mediabunny', 'dist', 'bundles', 'mediabunny.cjs');

/** Lets the page read WebM and MP4. The page's policy allows no foreign script: it is evaluated by the driver. */
export async function addReader(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const module = { exports: {} };
    (function (module, exports) { ${readFileSync(READER, 'utf8')} })(module, module.exports);
    window.reader = module.exports;
  })()`);
}

/** Every frame of a WebM or MP4. @param page with the reader added */
export const decodeVideo = (page: Page, path: string): Promise<DecodedFrame[]> => decode(page, path, VIDEO);

/** Every frame of a GIF, or the one of a PNG. */
export const decodeImage = (page: Page, path: string): Promise<DecodedFrame[]> =>
  decode(page, path, path.endsWith('.png') ? image('image/png') : image('image/gif'));

async function decode(page: Page, path: string, script: string): Promise<DecodedFrame[]> {
  const base64 = readFileSync(path).toString('base64');
  const frames = (await page.evaluate(`(${script})(${JSON.stringify(base64)})`)) as Carried[];
  return frames.map(({ base64: pixels, ...rest }) => ({ ...rest, pixels: Buffer.from(pixels, 'base64') }));
}

const HELPERS = `
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const carried = async (source, width, height, at, seconds) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(source, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let text = '';
    for (let from = 0; from < data.length; from += 32768) text += String.fromCharCode(...data.subarray(from, from + 32768));
    return { width, height, at, seconds, base64: btoa(text) };
  };`;

const VIDEO = `async (base64) => {
  ${HELPERS}
  const { Input, BufferSource, ALL_FORMATS, VideoSampleSink } = window.reader;
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytesOf(base64)) });
  const track = await input.getPrimaryVideoTrack();
  const frames = [];
  for await (const sample of new VideoSampleSink(track).samples()) {
    const frame = sample.toVideoFrame();
    frames.push(await carried(frame, frame.displayWidth, frame.displayHeight, sample.timestamp, sample.duration));
    frame.close();
    sample.close();
  }
  return frames;
}`;

const image = (type: string): string => `async (base64) => {
  ${HELPERS}
  const decoder = new ImageDecoder({ data: bytesOf(base64), type: '${type}' });
  await decoder.completed;
  await decoder.tracks.ready;
  const frames = [];
  let at = 0;
  for (let index = 0; index < decoder.tracks.selectedTrack.frameCount; index++) {
    const { image } = await decoder.decode({ frameIndex: index });
    const seconds = (image.duration ?? 0) / 1e6;
    frames.push(await carried(image, image.displayWidth, image.displayHeight, at, seconds));
    at += seconds;
    image.close();
  }
  return frames;
}`;
