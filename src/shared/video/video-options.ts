/** What is asked of a picture, as it is asked of a video: the plan of its frames, and a size that encoders take. */
import type { Chapter } from '../annotations';
import { type DrawnFormat, type PictureOptions, VIDEO_FORMATS } from '../picture-options';
import type { PlanRequest } from './frame-plan';

export type VideoFormat = (typeof VIDEO_FORMATS)[number];

export const isVideo = (format: DrawnFormat): format is VideoFormat =>
  VIDEO_FORMATS.some((candidate) => candidate === format);

/** A GIF grows with each frame. */
export const defaultFps = (format: DrawnFormat): number => (format === 'gif' ? 15 : 30);

type Asked = Pick<
  PictureOptions,
  'format' | 'startNs' | 'endNs' | 'fps' | 'seconds' | 'speed' | 'captions' | 'titleCard'
>;

/** @param run on the clock of the chapters, too */
export function planRequest(
  { format, startNs, endNs, fps, seconds, speed, captions, titleCard }: Asked,
  run: { readonly originNs: number; readonly endNs: number },
  chapters: readonly Chapter[],
): PlanRequest {
  return {
    fromNs: startNs === null ? run.originNs : run.originNs + startNs,
    toNs: endNs === null ? run.endNs : run.originNs + endNs,
    pace: speed === null ? { kind: 'fit', seconds } : { kind: 'speed', factor: speed },
    fps: fps ?? defaultFps(format),
    // Nobody would know why it stops.
    chapters: captions ? chapters : [],
    titleCard,
  };
}

const WIDESCREEN = 9 / 16;

/** A video is as wide as it is to be, or a pixel less: encoders want an even number of them. Its height is never left open. */
export function withVideoSize<Options extends Pick<PictureOptions, 'width' | 'height' | 'scale'>>(
  options: Options,
): Options & { readonly height: number } {
  const { width, height, scale } = options;
  const even = (length: number): number => Math.max(2, 2 * Math.floor(Math.round(length * scale) / 2)) / scale;
  return { ...options, width: even(width), height: even(height ?? width * WIDESCREEN) };
}
